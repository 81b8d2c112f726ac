#include "learning/geometry/torus_covering_radius.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "asymptest/require/require.hpp"
#include "learning/geometry/nearest_neighbours.hpp"

namespace asymptest::learning {
namespace {

/// Cubes of one size, by their centres, with the distance of each centre to the nearest point.
struct Cubes {
  double half_side = 0;
  std::vector<Eigen::VectorXd> centres;
  std::vector<double> distances;
};

void add_cube(Cubes& cubes, const NearestNeighbours& points, const Eigen::VectorXd& centre) {
  cubes.centres.push_back(centre);
  cubes.distances.push_back(
      points.torus_distance({centre.data(), static_cast<std::size_t>(centre.size())}));
}

/// The unit cube cut into `sides`^d.
Cubes grid_of_cubes(const NearestNeighbours& points, Eigen::Index sides) {
  Cubes cubes{.half_side = 0.5 / static_cast<double>(sides), .centres = {}, .distances = {}};
  const auto total = static_cast<Eigen::Index>(
      std::llround(std::pow(static_cast<double>(sides), static_cast<double>(points.dimension()))));
  for (Eigen::Index cube = 0; cube < total; ++cube) {
    Eigen::VectorXd centre(points.dimension());
    Eigen::Index rest = cube;
    for (double& x : centre) {
      x = (static_cast<double>(rest % sides) + 0.5) / static_cast<double>(sides);
      rest /= sides;
    }
    add_cube(cubes, points, centre);
  }
  return cubes;
}

/// The 2^d halves of every cube that may hold a point farther than `beaten`.
Cubes halves_beyond(const Cubes& cubes, double beaten, const NearestNeighbours& points) {
  Cubes halves{.half_side = cubes.half_side / 2, .centres = {}, .distances = {}};
  const double reach = cubes.half_side * std::sqrt(static_cast<double>(points.dimension()));
  for (std::size_t i = 0; i < cubes.centres.size(); ++i) {
    if (cubes.distances[i] + reach <= beaten) continue;
    for (Eigen::Index corner = 0; corner < Eigen::Index{1} << points.dimension(); ++corner) {
      Eigen::VectorXd centre = cubes.centres[i];
      for (Eigen::Index axis = 0; axis < centre.size(); ++axis) {
        centre(axis) += ((corner >> axis) & 1) != 0 ? halves.half_side : -halves.half_side;
      }
      add_cube(halves, points, centre);
    }
  }
  return halves;
}

/// So many candidates at once stay in registers, whatever the dimension.
constexpr Eigen::Index candidates_at_once = 16;
/// The place of the greatest is looked for among so many: to keep it for all takes as long as the
/// distances.
constexpr Eigen::Index candidates_a_block = 64 * candidates_at_once;

/// Lowers `count` of the squared distances from `begin` on by those to the candidate `chosen` on
/// the torus, coordinates apart, an axis a column; returns them.
template <int count>
Eigen::Array<double, count, 1> lowered(const Eigen::MatrixXd& axes, Eigen::Index begin,
                                       Eigen::Index chosen, Eigen::ArrayXd& squares) {
  using Several = Eigen::Array<double, count, 1>;
  Several sums = Several::Zero();
  for (Eigen::Index axis = 0; axis < axes.cols(); ++axis) {
    const Several step = (axes.col(axis).segment<count>(begin).array() - axes(chosen, axis)).abs();
    sums += step.min(1 - step).square();
  }
  const Several least = squares.segment<count>(begin).min(sums);
  squares.segment<count>(begin) = least;
  return least;
}

/// The same from `begin` to before `end`; returns the greatest.
double lower_block(const Eigen::MatrixXd& axes, Eigen::Index begin, Eigen::Index end,
                   Eigen::Index chosen, Eigen::ArrayXd& squares) {
  Eigen::Array<double, candidates_at_once, 1> greatest =
      Eigen::Array<double, candidates_at_once, 1>::Constant(-1);
  for (; begin + candidates_at_once <= end; begin += candidates_at_once) {
    greatest = greatest.max(lowered<candidates_at_once>(axes, begin, chosen, squares));
  }
  double of_all = greatest.maxCoeff();
  for (; begin < end; ++begin)
    of_all = std::max(of_all, lowered<1>(axes, begin, chosen, squares)(0));
  return of_all;
}

/// Lowers the squared distances of all candidates to the nearest chosen one by those to `chosen`,
/// and returns the place of the greatest, the first of several.
Eigen::Index farthest_after(const Eigen::MatrixXd& axes, Eigen::Index chosen,
                            Eigen::ArrayXd& squares) {
  double greatest = -1;
  Eigen::Index place = 0;
  for (Eigen::Index begin = 0; begin < axes.rows(); begin += candidates_a_block) {
    const double here = lower_block(axes, begin, std::min(begin + candidates_a_block, axes.rows()),
                                    chosen, squares);
    if (here > greatest) {
      greatest = here;
      place = begin;
    }
  }
  Eigen::Index within = 0;
  squares.segment(place, std::min(candidates_a_block, axes.rows() - place)).maxCoeff(&within);
  return place + within;
}

}  // namespace

RadiusBracket torus_covering_radius(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                    double tolerance) {
  require(tolerance > 0, "covering radius: the tolerance is {}, expected a positive number",
          tolerance);
  const NearestNeighbours nearest(points);
  const double dimension = static_cast<double>(points.rows());
  const auto sides = static_cast<Eigen::Index>(
      std::ceil(std::pow(static_cast<double>(points.cols()), 1 / dimension)));
  Cubes cubes = grid_of_cubes(nearest, sides);
  RadiusBracket bracket;
  while (true) {
    for (const double distance : cubes.distances) bracket.lower = std::max(bracket.lower, distance);
    bracket.upper = bracket.lower + cubes.half_side * std::sqrt(dimension);
    if (bracket.upper <= bracket.lower * (1 + tolerance)) return bracket;
    cubes = halves_beyond(cubes, bracket.lower, nearest);
  }
}

Eigen::MatrixXd farthest_first(const Eigen::Ref<const Eigen::MatrixXd>& candidates,
                               Eigen::Index count) {
  require(count >= 1 && count <= candidates.cols(),
          "farthest first: {} of {} candidates, expected 1 or more, and no more than there are",
          count, candidates.cols());
  const Eigen::MatrixXd axes = candidates.transpose();
  Eigen::MatrixXd chosen(candidates.rows(), count);
  Eigen::ArrayXd squares =
      Eigen::ArrayXd::Constant(axes.rows(), std::numeric_limits<double>::infinity());
  Eigen::Index next = 0;
  for (Eigen::Index i = 0; i < count; ++i) {
    chosen.col(i) = candidates.col(next);
    next = farthest_after(axes, next, squares);
  }
  return chosen;
}

}  // namespace asymptest::learning
