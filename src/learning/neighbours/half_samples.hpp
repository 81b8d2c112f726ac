#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

namespace asymptest::learning {

/// An estimate of a dimension with its 95 % interval.
struct DimensionInterval {
  double dimension = 0, lower = 0, upper = 0;  ///< upper is infinite where the data set no limit
};

/// Balanced half-samples of N points (McCarthy 1969, "Pseudo-replication: half samples"): the
/// points, in random order, are dealt to 32 groups, and 31 times the groups are parted into two
/// halves by the sign of a column of Hadamard's matrix.
///
/// Why not the jackknife: what is measured on neighbours is no sum over independent points, and the
/// jackknife overstates the variance of such statistics (Efron, Stein 1981: its mean is never below
/// it, and above it by every interaction of points). The halves A and B of one parting share no
/// point, thus (θ_A − θ_B)²/4 has exactly the mean Var(θ of N/2 points)/2, which is Var(θ) wherever
/// the variance goes as 1/N, and a bias that both halves have drops out.
class HalfSamples {
 public:
  static constexpr int partings = 31;
  static constexpr int samples = 1 + 2 * partings;  ///< 0: all points; 2r + 1 and 2r + 2: halves

  /// Throws std::invalid_argument for fewer than 64 points.
  explicit HalfSamples(Eigen::Index points);

  /// Bit s tells whether the point is in sample s.
  [[nodiscard]] std::uint64_t mask(Eigen::Index point) const {
    return masks_[static_cast<std::size_t>(point)];
  }
  [[nodiscard]] Eigen::Index points() const { return static_cast<Eigen::Index>(masks_.size()); }

  /// The points of sample s in increasing order.
  [[nodiscard]] std::vector<Eigen::Index> members(int sample) const;

  /// The first `count` points in the random order.
  [[nodiscard]] std::vector<Eigen::Index> anchors(Eigen::Index count) const;

 private:
  std::vector<Eigen::Index> order_;
  std::vector<std::uint64_t> masks_;
};

/// The standard error of the statistic whose values on the samples are given: the root of the mean
/// of (θ_A − θ_B)²/4 over the partings. Throws std::invalid_argument unless there are
/// HalfSamples::samples values.
double half_sample_error(const Eigen::Ref<const Eigen::VectorXd>& values);

/// The interval of a dimension from values of its reciprocal on the samples: 1/d ± t s, with the
/// standard error s and the 97.5 % quantile t of Student's law with 31 degrees of freedom. Its
/// coverage of the estimator's own mean is 95 %; of the dimension, only as far as the estimator has
/// no bias. NaN throughout if a value is NaN.
DimensionInterval dimension_interval(const Eigen::Ref<const Eigen::VectorXd>& reciprocals);

/// That interval with the bias of curvature within it, for a statistic whose noise may be less than
/// its bias. θ = 1/d + c (k/N)^(2/d) to leading order, so that the halves' mean θ' shows the bias
/// B = (θ' − θ)/(2^(2/d) − 1) of the whole: the interval is that of θ, drawn out by 1.5 B on the
/// bias's other side, half of B being for what is of higher order.
DimensionInterval dimension_interval_with_bias(
    const Eigen::Ref<const Eigen::VectorXd>& reciprocals);

/// How many neighbours a list must hold so that all but one in millions of points have k of them in
/// each half that the point is in: 2k + 6 √(2k) + 8, at most all the others.
Eigen::Index list_length(Eigen::Index k, Eigen::Index points);

}  // namespace asymptest::learning
