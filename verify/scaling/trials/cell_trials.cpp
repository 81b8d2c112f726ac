#include "cell_trials.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>
#include <vector>

#include "learning/geometry/torus.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;

/// Along a curve, for each cell of an axis: how fine its subdivision is.
constexpr Index points_per_cell = 64;

/// Numbers of the cells of the lattice of side 1/m that the points lie in.
std::size_t cells_hit(const Eigen::MatrixXd& points, Index m) {
  std::vector<Index> cells;
  cells.reserve(static_cast<std::size_t>(points.cols()));
  for (Index i = 0; i < points.cols(); ++i) {
    Index cell = 0;
    for (const double x : points.col(i)) {
      cell = cell * m + std::min(static_cast<Index>(x * static_cast<double>(m)), m - 1);
    }
    cells.push_back(cell);
  }
  std::sort(cells.begin(), cells.end());
  return static_cast<std::size_t>(std::unique(cells.begin(), cells.end()) - cells.begin());
}

/// A closed curve of the D-torus with a random phase along each axis, in a fine subdivision.
Eigen::MatrixXd curve(Index ambient_dimension, Index count, Stream& random) {
  Eigen::MatrixXd points(ambient_dimension, count);
  for (Index axis = 0; axis < ambient_dimension; ++axis) {
    const double phase = random.uniform();
    for (Index i = 0; i < count; ++i) {
      const double t = static_cast<double>(i) / static_cast<double>(count) + phase;
      points(axis, i) = 0.5 + 0.45 * std::sin(2 * std::numbers::pi * t);
    }
  }
  return points;
}

}  // namespace

Trial cells_on_a_curve(int ambient_dimension) {
  return [ambient_dimension](const Point& at, Stream& random) {
    const Index m = at.count("m");
    return static_cast<double>(cells_hit(curve(ambient_dimension, points_per_cell * m, random), m));
  };
}

Trial cells_on_a_sheet(int ambient_dimension) {
  return [ambient_dimension](const Point& at, Stream& random) {
    const Index m = at.count("m"), across = points_per_cell * m;
    const double phase = random.uniform();
    // Along the other axes the sheet is straight: one point a cell meets all that it meets.
    const auto rows =
        static_cast<Index>(std::llround(std::pow(static_cast<double>(m), ambient_dimension - 2)));
    Eigen::MatrixXd points(ambient_dimension, across * rows);
    for (Index i = 0; i < points.cols(); ++i) {
      const double x = (static_cast<double>(i % across) + 0.5) / static_cast<double>(across);
      points(0, i) = x;
      Index cell = i / across;
      for (Index axis = 1; axis + 1 < ambient_dimension; ++axis, cell /= m) {
        points(axis, i) = (static_cast<double>(cell % m) + 0.5) / static_cast<double>(m);
      }
      points(ambient_dimension - 1, i) = 0.5 + 0.25 * std::sin(2 * std::numbers::pi * (x + phase));
    }
    return static_cast<double>(cells_hit(points, m));
  };
}

double adaptive_cells_on_a_curve(const Point& at, Stream& random) {
  // Halving the samples leaves as many in every cell, whatever set they lie on: a cell is empty
  // only once there are more cells than samples.
  const Index cells = at.count("m") * at.count("m");
  const Eigen::MatrixXd samples = curve(2, 4 * cells, random);
  std::vector<Index> order(static_cast<std::size_t>(samples.cols()));
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<Index>(i);
  std::vector<std::pair<std::size_t, std::size_t>> parts{{0, order.size()}};
  for (Index axis = 0; static_cast<Index>(parts.size()) < cells; axis = 1 - axis) {
    std::vector<std::pair<std::size_t, std::size_t>> halves;
    for (const auto& [begin, end] : parts) {
      const std::size_t middle = begin + (end - begin) / 2;
      std::nth_element(order.begin() + static_cast<Index>(begin),
                       order.begin() + static_cast<Index>(middle),
                       order.begin() + static_cast<Index>(end),
                       [&](Index a, Index b) { return samples(axis, a) < samples(axis, b); });
      halves.emplace_back(begin, middle);
      halves.emplace_back(middle, end);
    }
    parts = std::move(halves);
  }
  return static_cast<double>(std::count_if(
      parts.begin(), parts.end(), [](const auto& part) { return part.first < part.second; }));
}

}  // namespace asymptest::scaling
