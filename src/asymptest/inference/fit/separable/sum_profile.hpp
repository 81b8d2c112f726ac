#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "asymptest/inference/fit/basis/regressor.hpp"

namespace asymptest {

/// A sum E + A·x^a + B·y^b, or without E, as fitted at given exponents.
struct SumFit {
  double misfit = 0;             ///< Σ((fitted − observed)/error)²
  double constant = 0;           ///< E
  double constant_variance = 0;  ///< of it, at these exponents
  std::vector<double> values;    ///< at the design points
};

/// A sum of two powers as a function of its exponents alone: the amplitudes, of
/// either sign, and the constant are linear in it and eliminated (variable
/// projection, Golub and Pereyra 1973). An exponent is `scaled`: times the log
/// range of its sizes, so that no unit matters.
class SumProfile {
 public:
  SumProfile(const Statistics& statistics, std::array<Regressor, 2> sizes, bool with_constant);

  /// The logarithm of the largest size over the smallest of either factor.
  [[nodiscard]] double range(std::size_t factor) const { return ranges_[factor]; }
  /// x^a in the data's errors, about its weighted mean where there is a
  /// constant.
  [[nodiscard]] std::vector<double> ray(std::size_t factor, double scaled) const;
  /// Σ((fitted − observed)/error)² of the best sum of two rays.
  [[nodiscard]] double misfit(std::span<const double> first, std::span<const double> second) const;
  [[nodiscard]] SumFit fit(double first, double second) const;

 private:
  void eliminate_constant(std::span<double> ray) const;

  std::array<std::vector<double>, 2> position_;  ///< 0 at the smallest size, 1 at the largest
  std::array<double, 2> ranges_{1, 1};
  std::vector<double> weight_, target_;
  double mean_weight_ = 0, mean_ = 0;
  bool with_constant_ = false;
};

}  // namespace asymptest
