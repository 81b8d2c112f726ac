#pragma once

#include "rigor/matrices/interval_matrix.hpp"

namespace asymptest::rigor {

/// The largest relative error of `plain_tanh`: 2^-48, where an analysis gives 14·2^-53.
inline constexpr double tanh_error = 0x1p-48;

/// tanh x in plain arithmetic, several entries at a time, without a function of the C library.
///
/// For x > 0, tanh x = −e/(e + 2) with e = expm1(−2x). With u = 2^-53 and −2x = k log 2 + r,
/// |r| ≤ 0.35:
///   - r errs by 2u|r| + 2^-79 (one rounding each of two differences; log 2 to 2^-86, |k| ≤ 64);
///   - expm1 r = r q, q = Σ_{j<14} r^j/(j+1)! by Horner: each coefficient has one rounding and
///   takes
///     part in 2j more, Σ (2j + 1)|r|^j/(j+1)! u ≤ 1.8u beside q ≥ 0.84, the rest of the series is
///     below 2^-60. So expm1 r errs by (2 + 2.2 + 1)u ≤ 5.3u of itself;
///   - e = 2^k (1 + expm1 r) − 1 errs by 5.3u of itself for k = 0; for k = −1, where e is in
///     [−0.65, −0.29], by 0.71u and 1.1u of before and a rounding, 8u of e; below, by 2.4u of it;
///   - −e/(e + 2) takes that 2/(2 + e) times, at most 1.2, 1.5 and 2, and adds two: 14u.
/// Beyond 22 it is tanh 22, which is off by less than 2^-60.
double plain_tanh(double x);

/// The hyperbolic tangent of each entry. Its slope is at most 1, so that the radius carries over
/// and one evaluation, at the midpoint, is enough.
IntervalMatrix tanh_of(const IntervalMatrix& a);

}  // namespace asymptest::rigor
