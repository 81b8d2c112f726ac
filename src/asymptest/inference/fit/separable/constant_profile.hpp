#pragma once

#include <span>
#include <utility>
#include <vector>

#include "asymptest/inference/correction/nonnegative_least_squares.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"

namespace asymptest {

/// How a law may differ from E + A·x^a: by a factor 1 + b·(x/x_min)^−ω at the latter, ω = |a| or
/// `omega`; or by a logarithm. The amplitude b is at most 0.3, and 0.3 of what x^a changes by over
/// the sweep.
struct ConstantCorrection {
  enum class Kind { none, proportional, fixed, logarithm };
  Kind kind = Kind::none;
  double omega = 0;

  [[nodiscard]] bool none() const { return kind == Kind::none; }
};
/// A fitted law.
struct ConstantLaw {
  double constant = 0;         ///< E
  std::vector<double> values;  ///< at the sizes
};

/// E + A·x^a as a function of the exponent alone: E and A, of either sign, and the amplitude of a
/// correction within its bounds, are eliminated (variable projection, Golub and Pereyra 1973). The
/// exponent is `scaled`: times the sweep's log range, so that no unit matters.
class ConstantProfile {
 public:
  ConstantProfile(const Statistics& statistics, const Regressor& sizes);

  /// The logarithm of the largest size over the smallest.
  [[nodiscard]] double range() const { return range_; }
  /// Σ((fitted − observed)/error)².
  [[nodiscard]] double misfit(double scaled, const ConstantCorrection& correction) const;
  [[nodiscard]] ConstantLaw law(double scaled, const ConstantCorrection& correction) const;

 private:
  void eliminate_constant(std::span<double> ray) const;
  void write_logarithms(double scaled, double sign, std::span<double> rays) const;
  [[nodiscard]] std::vector<double> rays_of(double scaled, const ConstantCorrection& correction,
                                            double sign) const;
  [[nodiscard]] std::pair<NonnegativeFit, std::vector<double>> fit(
      double scaled, const ConstantCorrection& correction) const;
  [[nodiscard]] double constant_of(double scaled, const std::vector<double>& values) const;

  std::vector<double> position_;  ///< 0 at the smallest size, 1 at the largest, on the logarithm
  std::vector<double> weight_;    ///< 1/error
  std::vector<double> target_;
  double range_ = 1, mean_weight_ = 0, mean_ = 0;
};

}  // namespace asymptest
