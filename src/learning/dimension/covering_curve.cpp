#include "learning/dimension/covering_curve.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "asymptest/require/require.hpp"
#include "learning/neighbours/neighbour_lists.hpp"

namespace asymptest::learning {
namespace {

constexpr Eigen::Index least_points = 256, most_held_out = 1000, least_samples = 16;

/// In increasing order.
std::vector<Eigen::Index> halved_sizes(Eigen::Index largest) {
  std::vector<Eigen::Index> sizes;
  for (; largest >= least_samples; largest /= 2) sizes.push_back(largest);
  std::reverse(sizes.begin(), sizes.end());
  return sizes;
}

/// log of the mean distance of the queries to the nearest of the first N samples, for each N.
Eigen::VectorXd log_mean_distances(const Eigen::Ref<const Eigen::MatrixXd>& samples,
                                   const Eigen::Ref<const Eigen::MatrixXd>& queries,
                                   const std::vector<Eigen::Index>& sizes, int threads) {
  Eigen::VectorXd logs(static_cast<Eigen::Index>(sizes.size()));
  Eigen::RowVectorXd nearest = Eigen::RowVectorXd::Constant(queries.cols(), INFINITY);
  Eigen::Index before = 0;
  for (std::size_t j = 0; j < sizes.size(); ++j) {
    const auto added = samples.middleCols(before, sizes[j] - before);
    nearest = nearest.cwiseMin(nearest_points(added, queries, 1, threads).distances.row(0));
    logs(static_cast<Eigen::Index>(j)) = std::log(nearest.mean());
    before = sizes[j];
  }
  return logs;
}

/// Slope of the least-squares line through logs at log₂ N = 0, 1, 2, …
double doubling_slope(const Eigen::VectorXd& logs) {
  const auto last = static_cast<double>(logs.size() - 1);
  const Eigen::VectorXd x = Eigen::VectorXd::LinSpaced(logs.size(), -last / 2, last / 2);
  return x.dot(logs) / x.squaredNorm() / std::log(2.0);
}

/// The points of a sample in the random order of the half-samples.
std::vector<Eigen::Index> shuffled_members(const HalfSamples& halves, int sample) {
  std::vector<Eigen::Index> order = halves.anchors(halves.points());
  std::erase_if(order, [&](Eigen::Index i) { return (halves.mask(i) >> sample & 1) == 0; });
  return order;
}

CoveringValue covering_value(const Eigen::VectorXd& values) {
  constexpr double student_quantile_31 = 2.0395134463964082;
  const double width = student_quantile_31 * half_sample_error(values);
  return {values(0), values(0) - width, values(0) + width};
}

}  // namespace

CoveringCurve covering_curve(const Eigen::Ref<const Eigen::MatrixXd>& points, int threads) {
  if (points.cols() < least_points) {
    throw std::invalid_argument(message("covering: there are {} points, expected at least {}",
                                        points.cols(), least_points));
  }
  const HalfSamples halves(points.cols());
  const Eigen::Index held_out = std::min(points.cols() / 4, most_held_out);
  const std::vector<Eigen::Index> sizes = halved_sizes(points.cols() - held_out);
  const Eigen::Index least_half = points.cols() / 2 - HalfSamples::partings;
  const std::vector<Eigen::Index> half_sizes =
      halved_sizes(std::max(least_half - held_out / 2, sizes.front()));
  const auto count = static_cast<Eigen::Index>(std::min(sizes.size(), half_sizes.size()));
  Eigen::MatrixXd logs(count, HalfSamples::samples);
  Eigen::VectorXd slopes(HalfSamples::samples);
  for (int sample = 0; sample < HalfSamples::samples; ++sample) {
    const Eigen::MatrixXd own = points(Eigen::all, shuffled_members(halves, sample));
    const Eigen::Index queries = sample == 0 ? held_out : held_out / 2;
    const auto& own_sizes = sample == 0 ? sizes : half_sizes;
    logs.col(sample) = log_mean_distances(own.rightCols(own.cols() - queries),
                                          own.leftCols(queries), own_sizes, threads)
                           .tail(count);
    slopes(sample) = doubling_slope(logs.col(sample));
  }
  CoveringCurve curve{.exponent = covering_value(slopes), .held_out = held_out};
  curve.samples.assign(sizes.end() - count, sizes.end());
  for (Eigen::Index j = 0; j < count; ++j) {
    const CoveringValue log = covering_value(logs.row(j));
    curve.distances.push_back({std::exp(log.value), std::exp(log.lower), std::exp(log.upper)});
  }
  return curve;
}

}  // namespace asymptest::learning
