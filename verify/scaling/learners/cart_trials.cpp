#include "cart_trials.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include "asymptest/require/require.hpp"
#include "learning/geometry/torus.hpp"
#include "verify/shared/smooth_manifold.hpp"

namespace asymptest::scaling {
namespace {

using Index = Eigen::Index;

struct Box {
  std::array<double, 3> lower{0, 0, 0}, upper{1, 1, 1};
};

/// Of the first `axes` coordinates.
double volume_of(const Box& box, std::size_t axes) {
  double product = 1;
  for (std::size_t k = 0; k < axes; ++k) product *= box.upper[k] - box.lower[k];
  return product;
}

/// (answer − Σ x_j)² over the first `axes` coordinates, in the mean over a box.
double square_from_sum(const Box& box, std::size_t axes, double answer) {
  double centre = 0, variance = 0;
  for (std::size_t k = 0; k < axes; ++k) {
    centre += (box.lower[k] + box.upper[k]) / 2;
    variance += std::pow(box.upper[k] - box.lower[k], 2) / 12;
  }
  return std::pow(answer - centre, 2) + variance;
}

/// The volume of a box where Σ x_j <= t: Σ ± (t − Σ of a corner)₊^d/d! over the corners.
double volume_below(const Box& box, std::size_t axes, double t) {
  double sum = 0, factorial = 1;
  for (std::size_t k = 1; k <= axes; ++k) factorial *= static_cast<double>(k);
  for (unsigned corner = 0; corner < 1U << axes; ++corner) {
    double rest = t;
    for (std::size_t k = 0; k < axes; ++k) {
      rest -= (corner >> k & 1U) != 0 ? box.upper[k] : box.lower[k];
    }
    const double sign = std::popcount(corner) % 2 == 0 ? 1 : -1;
    sum += sign * std::pow(std::max(rest, 0.0), static_cast<double>(axes));
  }
  return sum / factorial;
}

/// Relative: of the sums of at most 10^5 labels, whose rounding makes equal splits differ.
constexpr double gain_rounding = 1e-12;

class RegressionTree {
 public:
  RegressionTree(Eigen::MatrixXd samples, Eigen::VectorXd labels, Labels kind)
      : samples_(std::move(samples)), labels_(std::move(labels)), kind_(kind) {
    for (Index i = 0; i < samples_.cols(); ++i) order_.push_back(i);
  }

  [[nodiscard]] double error() {
    Box cube;
    return error_within(order_, cube);
  }

 private:
  struct Split {
    double gain = -1, place = 0;  ///< the gain up to what all splits share
    Index axis = 0;
    std::size_t left = 0;  ///< samples to the left
  };

  void sort_along(std::span<Index> part, Index axis) const {
    std::sort(part.begin(), part.end(),
              [&](Index i, Index j) { return samples_(axis, i) < samples_(axis, j); });
  }

  /// A part's labels are taken from one of them, for they lie close together: of their mean alone
  /// rounding would make the sums to the left and to the right differ, and one axis the better.
  struct Level {
    double label = 0, mean = 0;  ///< of one, and of all less that
  };

  /// Keeps the best of all splits along an axis: the squares of the sums over the counts.
  void look_along(std::span<Index> part, Index axis, const Level& level, Split& best) const {
    sort_along(part, axis);
    const auto count = static_cast<double>(part.size());
    double sum = 0;  // of what is left of the mean: the rest has its negative
    for (std::size_t left = 1; left < part.size(); ++left) {
      sum += (labels_[part[left - 1]] - level.label) - level.mean;
      const auto many = static_cast<double>(left);
      const double gain = sum * sum * (1 / many + 1 / (count - many));
      if (gain > best.gain * (1 + gain_rounding)) {  // rounding makes no axis better
        const double place = (samples_(axis, part[left - 1]) + samples_(axis, part[left])) / 2;
        best = {gain, place, axis, left};
      }
    }
  }

  [[nodiscard]] Level level_of(std::span<const Index> part) const {
    Level level{labels_[part.front()], 0};
    for (const Index i : part) level.mean += labels_[i] - level.label;
    level.mean /= static_cast<double>(part.size());
    return level;
  }

  [[nodiscard]] bool agrees(std::span<const Index> part) const {
    return std::all_of(part.begin(), part.end(),
                       [&](Index i) { return labels_[i] == labels_[part.front()]; });
  }

  /// The integral of a leaf's error.
  [[nodiscard]] double error_of_leaf(const Box& box, double answer) const {
    const auto axes = static_cast<std::size_t>(samples_.rows());
    const double volume = volume_of(box, axes);
    if (kind_ != Labels::above_mean) {
      return volume * square_from_sum(box, kind_ == Labels::sum ? axes : 1, answer);
    }
    const double below = volume_below(box, axes, static_cast<double>(axes) / 2);
    return below * answer * answer + (volume - below) * (1 - answer) * (1 - answer);
  }

  /// The box is left as it was.
  double error_within(std::span<Index> part, Box& box) {
    if (agrees(part)) return error_of_leaf(box, labels_[part.front()]);
    const Level level = level_of(part);
    Split best;
    for (Index axis = 0; axis < samples_.rows(); ++axis) look_along(part, axis, level, best);
    sort_along(part, best.axis);
    const auto axis = static_cast<std::size_t>(best.axis);
    const double lower = box.lower[axis], upper = std::exchange(box.upper[axis], best.place);
    double sum = error_within(part.first(best.left), box);
    box.upper[axis] = upper;
    box.lower[axis] = best.place;
    sum += error_within(part.subspan(best.left), box);
    box.lower[axis] = lower;
    return sum;
  }

  Eigen::MatrixXd samples_;
  Eigen::VectorXd labels_;
  Labels kind_;
  std::vector<Index> order_;
};

Eigen::VectorXd labels_of(const Eigen::MatrixXd& samples, Labels kind) {
  if (kind == Labels::first) return samples.row(0).transpose();
  const Eigen::VectorXd sums = samples.colwise().sum().transpose();
  if (kind == Labels::sum) return sums;
  return (sums.array() > static_cast<double>(samples.rows()) / 2).cast<double>();
}

}  // namespace

Trial cart_error(int dimension, Labels labels, double noise) {
  require(dimension >= 1 && dimension <= 3, "a tree in dimension {}, expected 1 to 3", dimension);
  return [=](const Point& at, Stream& random) {
    Stream draws = random.substream("samples"), errors = random.substream("noise");
    // The coordinates of the torus are uniform on the cube.
    Eigen::MatrixXd samples = learning::uniform_torus_points(dimension, at.count("N"), draws);
    Eigen::VectorXd values = labels_of(samples, labels);
    if (noise > 0) values += std::sqrt(noise) * normal_matrix(values.size(), 1, errors);
    return RegressionTree(std::move(samples), std::move(values), labels).error();
  };
}

}  // namespace asymptest::scaling
