#include "learning/dimension/correlation_dimension.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "asymptest/require/require.hpp"
#include "learning/neighbours/closest_pairs.hpp"
#include "learning/neighbours/sample_lists.hpp"

namespace asymptest::learning {
namespace {

Eigen::Index pairs_for(double points, int k) {
  return std::max<Eigen::Index>(2, std::lround(points * k / 2));
}

/// A half has a quarter of the pairs and needs half of them: twice as many as all points need, and
/// a quarter more, as the share in a half varies.
Eigen::Index pairs_to_find(Eigen::Index points, int k) {
  return std::min(pairs_for(2.5 * static_cast<double>(points), k), points * (points - 1) / 2);
}

/// Takens's reciprocal for each k on one sample, from its pairs from near to far.
Eigen::RowVectorXd takens_reciprocals(const std::vector<double>& logs, double points,
                                      std::span<const int> neighbours) {
  Eigen::RowVectorXd values(neighbours.size());
  double sum = 0;
  std::size_t pair = 0;
  for (std::size_t column = 0; column < neighbours.size(); ++column) {
    const auto wanted = static_cast<std::size_t>(pairs_for(points, neighbours[column]));
    const std::size_t last = std::min(wanted, logs.size()) - 1;
    for (; pair < last; ++pair) sum += logs[pair];
    values(static_cast<Eigen::Index>(column)) = logs[last] - sum / static_cast<double>(last);
  }
  return values;
}

}  // namespace

Eigen::MatrixXd correlation_reciprocals(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                        const HalfSamples& halves, std::span<const int> neighbours,
                                        int threads) {
  const bool increasing = std::adjacent_find(neighbours.begin(), neighbours.end(),
                                             std::greater_equal<>()) == neighbours.end();
  if (neighbours.empty() || neighbours.front() < 1 || !increasing ||
      neighbours.back() >= points.cols() || halves.points() != points.cols()) {
    throw std::invalid_argument(
        message("correlation dimension: expected increasing numbers of neighbours from 1 to {}, "
                "and the halves of these points",
                points.cols() - 1));
  }
  const auto pairs =
      closest_pairs(points, pairs_to_find(points.cols(), neighbours.back()), threads);
  std::vector<std::vector<double>> logs(HalfSamples::samples);
  for (const PointPair& pair : pairs) {
    const double log_distance = std::log(pair.distance);
    std::uint64_t both = halves.mask(pair.first) & halves.mask(pair.second);
    for (; both != 0; both &= both - 1) {
      logs[static_cast<std::size_t>(std::countr_zero(both))].push_back(log_distance);
    }
  }
  Eigen::MatrixXd values(HalfSamples::samples, static_cast<Eigen::Index>(neighbours.size()));
  for (int sample = 0; sample < HalfSamples::samples; ++sample) {
    const double share = sample == 0 ? 1 : 0.5;
    values.row(sample) = takens_reciprocals(logs[static_cast<std::size_t>(sample)],
                                            share * static_cast<double>(points.cols()), neighbours);
  }
  return values;
}

}  // namespace asymptest::learning
