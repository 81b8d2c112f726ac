#include "learning/fractals/box_counts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using BoxKey = std::uint64_t;

void require_unit_cube(const Eigen::Ref<const Eigen::MatrixXd>& points) {
  require(points.size() > 0, "boxes: {} points of {} coordinates, expected one of each at least",
          points.cols(), points.rows());
  require(points.minCoeff() >= 0 && points.maxCoeff() <= 1,
          "boxes: coordinates from {} to {}, expected 0 to 1", points.minCoeff(),
          points.maxCoeff());
}

/// Which of `boxes` intervals of [0, 1] holds x.
BoxKey box_of(double x, double boxes) {
  return static_cast<BoxKey>(std::min(std::floor(x * boxes), boxes - 1));
}

/// The boxes that hold a point, level by level, as one number: the digits of a level are those of
/// all coordinates, so that its first levels are a prefix.
BoxKey nested_key(const Eigen::Ref<const Eigen::VectorXd>& point, int base, int levels) {
  const auto radix = static_cast<BoxKey>(base);
  BoxKey key = 0;
  BoxKey weight = 1;
  std::vector<BoxKey> boxes;
  for (const double x : point) boxes.push_back(box_of(x, std::pow(base, levels)));
  for (int level = 0; level < levels; ++level) {
    for (BoxKey& box : boxes) {
      key += weight * (box % radix);
      box /= radix;
      weight *= radix;
    }
  }
  return key;
}

/// Points in the order of their boxes, numbered row by row in a lattice of that many an axis.
struct SortedBoxes {
  std::vector<std::pair<BoxKey, Index>> points;
  BoxKey boxes;

  SortedBoxes(const Eigen::Ref<const Eigen::MatrixXd>& all, double an_axis)
      : boxes(static_cast<BoxKey>(an_axis) + 2) {
    for (Index i = 0; i < all.cols(); ++i) {
      BoxKey key = 0;  // a margin of one box, so that no neighbour is below 0
      for (const double x : all.col(i)) key = key * boxes + box_of(x, an_axis) + 1;
      points.emplace_back(key, i);
    }
    std::sort(points.begin(), points.end());
  }

  /// Steps of the key to half of the adjacent boxes, no two of them opposite.
  [[nodiscard]] std::vector<std::int64_t> steps(Index dimension) const {
    std::vector<std::int64_t> all{0};
    for (Index axis = 0; axis < dimension; ++axis) {
      std::vector<std::int64_t> next;
      for (const std::int64_t step : all) {
        for (const std::int64_t one : {-1, 0, 1}) {
          next.push_back(step * static_cast<std::int64_t>(boxes) + one);
        }
      }
      all = std::move(next);
    }
    std::erase_if(all, [](std::int64_t step) { return step <= 0; });
    return all;
  }
};

}  // namespace

std::vector<std::int64_t> box_counts(const Eigen::Ref<const Eigen::MatrixXd>& points, int base,
                                     int levels) {
  require_unit_cube(points);
  const double bits = std::log2(base) * static_cast<double>(points.rows() * levels);
  require(
      base >= 2 && levels >= 0 && bits < std::numeric_limits<BoxKey>::digits,
      "boxes: {} levels of base {} in dimension {}, expected levels from 0, bases from 2 and at "
      "most 2^64 boxes",
      levels, base, points.rows());
  std::vector<BoxKey> keys;
  for (const auto point : points.colwise()) keys.push_back(nested_key(point, base, levels));
  std::sort(keys.begin(), keys.end());
  const auto of_a_level = static_cast<BoxKey>(std::llround(std::pow(base, points.rows())));
  std::vector<std::int64_t> counts(static_cast<std::size_t>(levels) + 1, 1);
  for (std::size_t i = 1; i < keys.size(); ++i) {
    BoxKey one = keys[i - 1], other = keys[i];
    for (std::size_t level = counts.size() - 1; one != other; --level) {
      ++counts[level];
      one /= of_a_level;
      other /= of_a_level;
    }
  }
  return counts;
}

std::int64_t pairs_within(const Eigen::Ref<const Eigen::MatrixXd>& points, double radius) {
  require_unit_cube(points);
  require(radius > 0 && radius <= 1 && points.rows() <= 3,
          "pairs within {} in dimension {}, expected a radius up to 1 and at most 3 dimensions",
          radius, points.rows());
  const SortedBoxes sorted(points, std::floor(1 / radius));
  const double square = radius * radius;
  std::int64_t count = 0;
  const auto compare = [&](Index i, auto begin, auto end) {
    for (auto other = begin; other != end; ++other) {
      count += (points.col(i) - points.col(other->second)).squaredNorm() <= square ? 1 : 0;
    }
  };
  const auto steps = sorted.steps(points.rows());
  for (auto one = sorted.points.begin(); one != sorted.points.end(); ++one) {
    const auto own = std::find_if(one, sorted.points.end(),
                                  [&](const auto& other) { return other.first != one->first; });
    compare(one->second, one + 1, own);
    for (const std::int64_t step : steps) {
      const BoxKey next = one->first + static_cast<BoxKey>(step);
      const auto begin = std::lower_bound(own, sorted.points.end(), std::pair{next, Index{0}});
      const auto end = std::lower_bound(begin, sorted.points.end(), std::pair{next + 1, Index{0}});
      compare(one->second, begin, end);
    }
  }
  return count;
}

}  // namespace asymptest::learning
