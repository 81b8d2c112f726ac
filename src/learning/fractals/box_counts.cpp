#include "learning/fractals/box_counts.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
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

/// base^exponent, a whole number below 2^64.
BoxKey power(int base, Index exponent) {
  BoxKey result = 1;
  for (Index i = 0; i < exponent; ++i) result *= static_cast<BoxKey>(base);
  return result;
}

/// The boxes that hold a point, level by level, as one number: the digits of a level are those of
/// all coordinates, so that its first levels are a prefix.
class NestedKeys {
 public:
  NestedKeys(int base, int levels, Index dimension)
      : dimension_(dimension), boxes_(std::pow(base, levels)) {
    const BoxKey of_a_level = power(base, dimension);
    // Each level in bits of its own where all find room: then no division tells levels apart.
    bits_ = static_cast<int>(std::bit_width(of_a_level - 1));
    if (bits_ * levels > std::numeric_limits<BoxKey>::digits) bits_ = 0;
    radix_ = bits_ > 0 ? BoxKey{1} << bits_ : of_a_level;
    for (Index axis = 0; axis < dimension; ++axis) axis_weights_.push_back(power(base, axis));
    int digits = 1;
    while (std::pow(base, digits + 1) <= most_looked_up && digits < levels) ++digits;
    looked_up_ = power(base, digits);
    looked_up_weight_ = 1;
    for (int i = 0; i < digits; ++i) looked_up_weight_ *= radix_;
    if (digits == 1) return;
    for (BoxKey number = 0; number < looked_up_; ++number) {
      spread_.push_back(spread_out(number, static_cast<BoxKey>(base)));
    }
  }

  [[nodiscard]] BoxKey of(const double* point) const {
    BoxKey key = 0;
    for (Index axis = 0; axis < dimension_; ++axis) {
      BoxKey weight = axis_weights_[static_cast<std::size_t>(axis)];
      for (BoxKey left = box_of(point[axis], boxes_); left > 0; left /= looked_up_) {
        const BoxKey digits = left % looked_up_;
        key += weight * (spread_.empty() ? digits : spread_[digits]);
        weight *= looked_up_weight_;
      }
    }
    return key;
  }

  /// Of how many levels, from the finest on, two different keys differ.
  [[nodiscard]] std::size_t differing_levels(BoxKey one, BoxKey other) const {
    if (bits_ > 0)
      return static_cast<std::size_t>((static_cast<int>(std::bit_width(one ^ other)) - 1) / bits_) +
             1;
    std::size_t levels = 0;
    for (; one != other; ++levels) one /= radix_, other /= radix_;
    return levels;
  }

 private:
  static constexpr double most_looked_up = 4096;  ///< half of a first cache

  /// The digits of a number, each at its level.
  [[nodiscard]] BoxKey spread_out(BoxKey number, BoxKey base) const {
    BoxKey key = 0;
    for (BoxKey weight = 1; number > 0; number /= base, weight *= radix_) {
      key += weight * (number % base);
    }
    return key;
  }

  Index dimension_;
  double boxes_;  ///< an axis
  int bits_ = 0;  ///< of a level
  BoxKey radix_ = 1, looked_up_ = 1, looked_up_weight_ = 1;
  std::vector<BoxKey> axis_weights_, spread_;
};

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
  const NestedKeys nested(base, levels, points.rows());
  std::vector<BoxKey> keys;
  keys.reserve(static_cast<std::size_t>(points.cols()));
  for (const auto point : points.colwise()) keys.push_back(nested.of(point.data()));
  std::sort(keys.begin(), keys.end());
  // Of each pair of neighbours the coarsest level on which they differ: all finer ones do too.
  std::vector<std::int64_t> counts(static_cast<std::size_t>(levels) + 1, 0);
  counts.front() = 1;
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i - 1] == keys[i]) continue;
    ++counts[counts.size() - nested.differing_levels(keys[i - 1], keys[i])];
  }
  std::partial_sum(counts.begin(), counts.end(), counts.begin());
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
