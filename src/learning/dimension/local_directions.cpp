#include "learning/dimension/local_directions.hpp"

#include <vector>

#include "learning/neighbours/sample_lists.hpp"

namespace asymptest::learning {
namespace {

constexpr Eigen::Index most_anchors = 2000;

/// (u_j·u_l)² for all j, l of the list of a point.
Eigen::MatrixXd squared_cosines(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                const NeighbourLists& lists, Eigen::Index point) {
  Eigen::MatrixXd directions(points.rows(), lists.indices.rows());
  for (Eigen::Index j = 0; j < directions.cols(); ++j) {
    directions.col(j) =
        (points.col(lists.indices(j, point)) - points.col(point)) / lists.distances(j, point);
  }
  return (directions.transpose() * directions).cwiseAbs2();
}

}  // namespace

Eigen::MatrixXd direction_reciprocals(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                      const NeighbourLists& lists, const HalfSamples& halves,
                                      std::span<const int> neighbours) {
  require_list_lengths(lists, halves, neighbours, 2);
  SampleMeans means(neighbours.size());
  std::vector<Eigen::Index> found;
  for (const Eigen::Index i : halves.anchors(most_anchors)) {
    const Eigen::MatrixXd squares = squared_cosines(points, lists, i);
    for_each_sample_of(i, halves, [&](int sample) {
      found.clear();
      double sum = 0;
      std::size_t next = 0;
      for (Eigen::Index j = 0; j < squares.cols() && next < neighbours.size(); ++j) {
        if (!is_in(halves.mask(lists.indices(j, i)), sample)) continue;
        for (const Eigen::Index l : found) sum += squares(l, j);
        found.push_back(j);
        const auto count = static_cast<double>(found.size());
        if (count == neighbours[next]) means.add(sample, next++, 2 * sum / (count * (count - 1)));
      }
    });
  }
  return means.values();
}

}  // namespace asymptest::learning
