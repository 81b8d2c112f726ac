#include "learning/neighbours/distinct_points.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string_view>
#include <utility>

namespace asymptest::learning {
namespace {

std::size_t hash_of_column(const Eigen::MatrixXd& points, Eigen::Index column) {
  const auto* bytes = reinterpret_cast<const char*>(points.col(column).data());
  const auto length = static_cast<std::size_t>(points.rows()) * sizeof(double);
  return std::hash<std::string_view>{}({bytes, length});
}

/// Those of the columns `indices` that equal no earlier one, in their order.
std::vector<Eigen::Index> first_of_equals(const Eigen::MatrixXd& points,
                                          const std::vector<Eigen::Index>& indices) {
  std::vector<std::pair<std::size_t, Eigen::Index>> hashes;
  for (const Eigen::Index i : indices) hashes.emplace_back(hash_of_column(points, i), i);
  std::sort(hashes.begin(), hashes.end());
  std::vector<Eigen::Index> kept;
  for (std::size_t i = 0, run = 0; i < hashes.size(); ++i) {
    if (i == 0 || hashes[i].first != hashes[i - 1].first) run = kept.size();
    const auto is_copy = [&](Eigen::Index earlier) {
      return points.col(earlier) == points.col(hashes[i].second);
    };
    if (std::none_of(kept.begin() + static_cast<long>(run), kept.end(), is_copy)) {
      kept.push_back(hashes[i].second);
    }
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

}  // namespace

DistinctPoints distinct_points(Eigen::MatrixXd points) {
  points.array() += 0.0;  // makes -0 and 0 one
  DistinctPoints found;
  std::vector<Eigen::Index> finite;
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    (points.col(i).allFinite() ? finite : found.not_finite).push_back(i);
  }
  found.indices = first_of_equals(points, finite);
  found.copies = static_cast<Eigen::Index>(finite.size() - found.indices.size());
  const bool all = static_cast<Eigen::Index>(found.indices.size()) == points.cols();
  found.points = all ? std::move(points) : Eigen::MatrixXd(points(Eigen::all, found.indices));
  if (found.points.cols() > 0) {
    const Eigen::VectorXd spread =
        found.points.rowwise().maxCoeff() - found.points.rowwise().minCoeff();
    found.constant_coordinates = (spread.array() == 0).count();
  }
  return found;
}

}  // namespace asymptest::learning
