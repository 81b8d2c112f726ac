#include "learning/fractals/ternary_sets.hpp"

#include <cmath>
#include <cstdint>
#include <functional>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

/// The subcubes whose digits pass, in the order of their base-3 numbers.
KeptCubes cubes_where(int dimension, const std::function<bool(const Eigen::VectorXi&)>& keep) {
  const auto all = static_cast<int>(std::lround(std::pow(3, dimension)));
  KeptCubes kept(dimension, all);
  Eigen::Index count = 0;
  for (int number = 0; number < all; ++number) {
    Eigen::VectorXi digits(dimension);
    for (int k = 0, rest = number; k < dimension; ++k, rest /= 3) digits(k) = rest % 3;
    if (keep(digits)) kept.col(count++) = digits;
  }
  return kept.leftCols(count);
}

Eigen::Index middle_digits(const Eigen::VectorXi& digits) { return (digits.array() == 1).count(); }

}  // namespace

KeptCubes cantor_dust() {
  return cubes_where(2, [](const auto& digits) { return middle_digits(digits) == 0; });
}

KeptCubes sierpinski_carpet() {
  return cubes_where(2, [](const auto& digits) { return middle_digits(digits) <= 1; });
}

KeptCubes menger_sponge() {
  return cubes_where(3, [](const auto& digits) { return middle_digits(digits) <= 1; });
}

KeptCubes whole_cube(int dimension) {
  require(dimension >= 1 && dimension <= 8, "ternary set: dimension {}, expected 1 to 8",
          dimension);
  return cubes_where(dimension, [](const auto&) { return true; });
}

Eigen::MatrixXd ternary_points(const KeptCubes& kept, Eigen::Index count, Stream& random) {
  require(count >= 1 && kept.size() > 0,
          "ternary set: {} points of a set of {} kept cubes, expected at least one of both", count,
          kept.cols());
  constexpr int levels = 33;  // 3^-33 is the first power of 1/3 below 2^-52
  const auto cubes = static_cast<std::uint64_t>(kept.cols());
  Eigen::MatrixXd points = Eigen::MatrixXd::Zero(kept.rows(), count);
  for (Eigen::Index i = 0; i < count; ++i) {
    for (int level = 0; level < levels; ++level) {
      const auto cube = static_cast<Eigen::Index>(random.below(cubes));
      points.col(i) = (points.col(i) + kept.col(cube).cast<double>()) / 3;
    }
  }
  return points;
}

double share_of_touching_sides(const KeptCubes& kept) {
  require(kept.size() > 0, "ternary set: {} kept cubes, expected at least one", kept.cols());
  const auto is_kept = [&](const Eigen::VectorXi& digits) {
    return (kept.colwise() - digits).colwise().squaredNorm().minCoeff() == 0;
  };
  Eigen::Index free_within = 0;
  for (const Eigen::VectorXi digits : kept.colwise()) {
    for (Eigen::Index axis = 0; axis < kept.rows(); ++axis) {
      for (const int step : {-1, 1}) {
        Eigen::VectorXi next = digits;
        next[axis] += step;
        if (next[axis] >= 0 && next[axis] <= 2 && !is_kept(next)) ++free_within;
      }
    }
  }
  const Eigen::Index at_a_side = (kept.row(0).array() == 0).count();
  const auto free_of_each =
      static_cast<double>(free_within) / static_cast<double>(kept.cols() - at_a_side);
  return 1 - free_of_each / static_cast<double>(2 * kept.rows());
}

}  // namespace asymptest::learning
