#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "asymptest/inference/correction/observation.hpp"

namespace asymptest {

/// The phase classes of sizes in a law Q = x^a·P(log x), P with period log m: sizes x and x·m^k, k
/// whole, are in one class. Over a lag of k whole periods P drops out,
///
///     log(Q(x·m^k)/Q(x)) / (k·log m) = a,
///
/// whatever its form.
struct PhaseClasses {
  std::vector<std::size_t> of;     ///< class of each size, numbered as they first appear
  std::vector<std::size_t> sizes;  ///< how many different sizes each class has

  /// How many classes hold a lag: two different sizes at least.
  [[nodiscard]] std::size_t with_lags() const;
};

/// Throws std::invalid_argument unless `period` > 1, and, with the sizes, if no two of them are one
/// or more whole periods apart.
PhaseClasses phase_classes(std::span<const double> log_sizes, double period);

/// The exponent of a pure log-periodic law and its standard error.
struct LagSlope {
  double slope = 0, error = 0;
};

/// Generalised least squares of all lags. Lags that share a size are correlated; with their
/// covariance the estimate is the weighted regression with one intercept per phase class (the
/// within estimator, Frisch and Waugh 1933), which is how it is computed. The error is that of the
/// observations' own errors. Needs a class of two different sizes; with a single class it is the
/// weighted line.
LagSlope period_lag_slope(std::span<const Observation> observations);

}  // namespace asymptest
