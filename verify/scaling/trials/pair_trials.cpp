#include "pair_trials.hpp"

#include <algorithm>
#include <utility>

#include "learning/fractals/box_counts.hpp"
#include "learning/fractals/cantor_measure.hpp"

namespace asymptest::scaling {
namespace {

constexpr double most_paired_points = 4096, paired_points_a_distance = 256;

}  // namespace

Trial share_of_close_pairs(PointDraw draw) {
  return [draw = std::move(draw)](const Point& at, Stream& random) {
    const auto count = static_cast<Eigen::Index>(
        std::min(most_paired_points, paired_points_a_distance * at["1/r"]));
    const auto within = learning::pairs_within(draw(count, random), 1 / at["1/r"]);
    return static_cast<double>(within) / (static_cast<double>(count * (count - 1)) / 2);
  };
}

PointDraw cantor_draw(double right) {
  return [right](Eigen::Index count, Stream& random) {
    Eigen::MatrixXd points(1, count);
    Eigen::Index next = 0;
    for (const auto address : learning::cantor_addresses(count, right, random)) {
      points(0, next++) = learning::cantor_point(address);
    }
    return points;
  };
}

}  // namespace asymptest::scaling
