#include "learning/kernel_machines/least_norm_point.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "asymptest/linear_algebra/generalised_inverse.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double rounding_of_wolfe = 1e-12;
constexpr int most_major_cycles = 100000;

/// Wolfe's corral: affinely independent points, and weights of them.
class Corral {
 public:
  Corral(const Eigen::Ref<const MatrixXd>& points, Index first)
      : points_(points), indices_{first}, weights_(VectorXd::Ones(1)) {}

  [[nodiscard]] VectorXd point() const { return chosen() * weights_; }
  [[nodiscard]] const std::vector<Index>& indices() const { return indices_; }
  [[nodiscard]] const VectorXd& weights() const { return weights_; }
  [[nodiscard]] bool has(Index i) const {
    return std::find(indices_.begin(), indices_.end(), i) != indices_.end();
  }

  void add(Index i) {
    indices_.push_back(i);
    weights_.conservativeResize(weights_.size() + 1);
    weights_[weights_.size() - 1] = 0;
  }

  /// Goes to the least-norm point of the affine hull, or towards it until a weight vanishes, which
  /// drops that point; again, until it is reached.
  void settle() {
    for (;;) {
      const VectorXd target = affine_weights();
      if (target.minCoeff() > 0) {
        weights_ = target;
        return;
      }
      drop_on_the_way_to(target);
    }
  }

 private:
  [[nodiscard]] MatrixXd chosen() const { return points_(Eigen::all, indices_); }

  /// The weights, of sum 1 and any sign, of the least-norm point of the affine hull: that of z_0 +
  /// Σ v_i (z_i − z_0) by least squares.
  [[nodiscard]] VectorXd affine_weights() const {
    const MatrixXd all = chosen();
    VectorXd weights = VectorXd::Ones(all.cols());
    if (all.cols() == 1) return weights;
    const MatrixXd edges = all.rightCols(all.cols() - 1).colwise() - all.col(0);
    weights.tail(all.cols() - 1) = pivoted_least_squares(edges, -all.col(0));
    weights[0] = 1 - weights.tail(all.cols() - 1).sum();
    return weights;
  }

  void drop_on_the_way_to(const VectorXd& target) {
    double share = 1;
    Index first = 0;
    for (Index i = 0; i < weights_.size(); ++i) {
      if (target[i] > 0) continue;
      const double reach = weights_[i] / (weights_[i] - target[i]);
      if (reach <= share) {
        share = reach;
        first = i;
      }
    }
    weights_ += share * (target - weights_);
    indices_.erase(indices_.begin() + first);
    const Index after = weights_.size() - first - 1;
    weights_.segment(first, after) = weights_.tail(after).eval();
    weights_.conservativeResize(weights_.size() - 1);
  }

  const Eigen::Ref<const MatrixXd>& points_;
  std::vector<Index> indices_;
  VectorXd weights_;
};

LeastNormPoint in_order(const Corral& corral) {
  std::vector<std::size_t> order(corral.indices().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return corral.indices()[a] < corral.indices()[b];
  });
  LeastNormPoint result{corral.point(), {}, VectorXd(corral.weights().size())};
  for (std::size_t i = 0; i < order.size(); ++i) {
    result.support.push_back(corral.indices()[order[i]]);
    result.weights[static_cast<Index>(i)] = corral.weights()[static_cast<Index>(order[i])];
  }
  return result;
}

}  // namespace

LeastNormPoint least_norm_point(const Eigen::Ref<const MatrixXd>& points) {
  require(points.size() > 0 && points.allFinite(),
          "least-norm point of {} points of {} coordinates, expected finite ones", points.cols(),
          points.rows());
  const double scale = points.colwise().squaredNorm().maxCoeff();
  Index nearest = 0;
  points.colwise().squaredNorm().minCoeff(&nearest);
  Corral corral(points, nearest);
  for (int cycle = 0; cycle < most_major_cycles; ++cycle) {
    const VectorXd now = corral.point();
    if (now.squaredNorm() <= rounding_of_wolfe * scale) {
      throw std::domain_error("the hull of the points holds the origin: no plane separates them");
    }
    Index lowest = 0;
    const double least = (points.transpose() * now).minCoeff(&lowest);
    if (least >= now.squaredNorm() - rounding_of_wolfe * scale || corral.has(lowest)) {
      return in_order(corral);
    }
    corral.add(lowest);
    corral.settle();
  }
  throw std::domain_error("the least-norm point was not found: the points are nearly dependent");
}

}  // namespace asymptest::learning
