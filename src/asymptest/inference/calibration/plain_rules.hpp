#pragma once

#include <optional>
#include <span>

#include "asymptest/inference/correction/profile_likelihood.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// The rules that the procedure is compared with, and the best that any procedure could do.

/// |slope − predicted| < band for the least-squares slope of log-log data without weights: what a
/// plain test asserts. Never inconclusive.
Outcome naive_rule(std::span<const Observation> data, double predicted, double band);

/// The weighted straight line with its normal confidence interval at level 1 − alpha: supported if
/// that lies within the band, refuted if outside.
Outcome weighted_line_rule(std::span<const Observation> data, double predicted, double band,
                           double alpha);

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
