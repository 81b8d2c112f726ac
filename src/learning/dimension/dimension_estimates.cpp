#include "learning/dimension/dimension_estimates.hpp"

#include <algorithm>
#include <stdexcept>

#include "asymptest/require/require.hpp"
#include "learning/dimension/correlation_dimension.hpp"
#include "learning/dimension/local_directions.hpp"
#include "learning/dimension/maximum_likelihood.hpp"
#include "learning/dimension/two_nearest.hpp"

namespace asymptest::learning {
namespace {

using Interval = DimensionInterval (*)(const Eigen::Ref<const Eigen::VectorXd>& reciprocals);

void append_estimates(std::vector<DimensionEstimate>& all, const std::string& method,
                      std::span<const int> neighbours, const Eigen::MatrixXd& reciprocals,
                      Eigen::Index points, Interval interval = dimension_interval) {
  for (std::size_t i = 0; i < neighbours.size(); ++i) {
    const auto column = static_cast<Eigen::Index>(i);
    all.push_back({method, neighbours[i], interval(reciprocals.col(column)), points});
  }
}

void append_correlation(std::vector<DimensionEstimate>& all,
                        const Eigen::Ref<const Eigen::MatrixXd>& points, const HalfSamples& halves,
                        std::span<const int> neighbours, int threads) {
  const Eigen::Index used = std::min(points.cols(), most_correlation_points);
  if (used == points.cols()) {
    const auto found = correlation_reciprocals(points, halves, neighbours, threads);
    return append_estimates(all, "correlation", neighbours, found, used);
  }
  const Eigen::MatrixXd some = points(Eigen::all, halves.anchors(used));
  const auto found = correlation_reciprocals(some, HalfSamples(used), neighbours, threads);
  append_estimates(all, "correlation", neighbours, found, used);
}

}  // namespace

std::vector<DimensionEstimate> dimension_estimates(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                                   std::span<const int> neighbours, int threads) {
  const HalfSamples halves(points.cols());
  for (const int k : neighbours) {
    if (k < 2 || k > points.cols() / 4) {
      throw std::invalid_argument(
          message("dimension: k = {} of {} points, expected 2 to {}, a quarter of them", k,
                  points.cols(), points.cols() / 4));
    }
  }
  constexpr int two[] = {2};
  const int largest = neighbours.empty() ? 2 : neighbours.back();
  const NeighbourLists lists =
      nearest_others(points, list_length(std::max(largest, 2), points.cols()), threads);
  std::vector<DimensionEstimate> all;
  append_estimates(all, "mle", neighbours, likelihood_reciprocals(lists, halves, neighbours),
                   points.cols());
  append_estimates(all, "twonn", two, two_nearest_reciprocals(lists, halves), points.cols());
  append_correlation(all, points, halves, neighbours, threads);
  append_estimates(all, "pca", neighbours, direction_reciprocals(points, lists, halves, neighbours),
                   points.cols(), dimension_interval_with_bias);
  return all;
}

}  // namespace asymptest::learning
