#pragma once

#include "rigor/arithmetic/interval.hpp"

/// Enclosures of elementary functions.
///
/// Each is evaluated in interval arithmetic from a reduced argument, so that the arithmetic itself
/// bounds every rounding error; what remains is the truncation of a series, which is bounded by
/// hand beside the series. No function of the C library is trusted. At a single number the result
/// is a few units in the last place wide (the widths are tested); at an interval the functions are
/// monotone and the end points decide.
namespace asymptest::rigor {

/// The constants themselves, one unit in the last place wide.
Interval pi();
Interval log_of_2();

/// e^x.
Interval exp(const Interval& x);
/// e^x − 1, with a small relative width near 0 too.
Interval expm1(const Interval& x);
/// The natural logarithm. Throws std::domain_error unless x > 0.
Interval log(const Interval& x);
/// log(1 + x) for x ≥ 0. Throws std::domain_error if x holds a negative number.
Interval log1p(const Interval& x);
/// The hyperbolic tangent, within [−1, 1].
Interval tanh(const Interval& x);
/// log(1 + e^x).
Interval softplus(const Interval& x);
/// The error function 2/√π ∫₀ˣ e^{−t²} dt, within [−1, 1].
Interval erf(const Interval& x);

}  // namespace asymptest::rigor
