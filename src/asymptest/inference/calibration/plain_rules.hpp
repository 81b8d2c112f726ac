#pragma once

#include <optional>
#include <span>

#include "asymptest/inference/correction/profile_likelihood.hpp"
#include "asymptest/inference/verdict/verdict.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest {

/// The rules that the procedure is compared with, and the best that any procedure could do.

/// |slope − predicted| < band for the least-squares slope of log-log data without weights: what a
/// plain test asserts. Never inconclusive.
Outcome naive_rule(std::span<const Observation> data, double predicted, double band);

/// The weighted straight line with its normal confidence interval at level 1 − alpha: supported if
/// that lies within the band, refuted if outside.
Outcome weighted_line_rule(std::span<const Observation> data, double predicted, double band,
                           double alpha);

/// The same on the last half of the sizes, five of nine: what is done where the first look wrong.
Outcome last_half_rule(std::span<const Observation> data, double predicted, double band,
                       double alpha);

/// E + A·x^a by weighted least squares, E and A eliminated, with a normal interval from the spread
/// of 100 parametric bootstrap draws: what is done where a limit is suspected. Supported and
/// refuted as by the line; inconclusive if a draw's exponent runs to the end of its search, 4
/// around the line's.
Outcome offset_bootstrap_rule(std::span<const Observation> data, double predicted, double band,
                              double alpha, Stream& random);

/// A law C·x^a·(1 + b·x^−ω), for the information bound. An ω without value is estimated along with
/// the rest.
struct CorrectedLaw {
  double amplitude = 0;  ///< b
  double omega = 0;      ///< ω
  bool omega_is_known = false;
};

/// Cramér and Rao's bound on the standard error of the exponent, from the Fisher information of
/// (log C, a, b, ω) under normal noise on the logarithm. Where b = 0, ω means nothing and is held
/// at the law's value.
double exponent_error_bound(std::span<const Observation> design, const CorrectedLaw& law);

/// The chance with which the verdict's rule decides rightly if the exponent's estimate is normal
/// with the given standard error: true exponent = predicted + bands·band; supported for 0, refuted
/// else. `edge` is the chance at the band's edge, `alpha` that of a wrong verdict.
double power_bound(double standard_error, double band, double bands, double edge, double alpha);

}  // namespace asymptest
