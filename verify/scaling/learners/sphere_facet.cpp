#include "sphere_facet.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "learning/triangulation/delaunay_locator.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// The columns of the `count` samples nearest to a point of the sphere, or of all.
std::vector<Index> nearest_columns(const Eigen::RowVectorXd& heights, Index count) {
  std::vector<double> sorted(heights.begin(), heights.end());
  count = std::min(count, heights.size());
  std::nth_element(sorted.begin(), sorted.begin() + (count - 1), sorted.end(), std::greater<>());
  std::vector<Index> nearest;
  for (Index i = 0; i < heights.size(); ++i) {
    if (heights[i] >= sorted[static_cast<std::size_t>(count - 1)]) nearest.push_back(i);
  }
  return nearest;
}

}  // namespace

learning::DelaunaySimplex sphere_facet(const Eigen::Ref<const MatrixXd>& samples,
                                       const VectorXd& query) {
  const Index d = query.size() - 1;
  // The reflection that takes the query to the last axis, or its opposite: the one farther off.
  VectorXd mirror = query;
  mirror[d] += query[d] < 0 ? -1 : 1;
  const Eigen::RowVectorXd heights = query.transpose() * samples;
  const std::vector<Index> columns = nearest_columns(heights, 64);
  const MatrixXd near = samples(Eigen::all, columns);
  const MatrixXd turned = near - mirror * (2 / mirror.squaredNorm() * (mirror.transpose() * near));
  const MatrixXd plane =
      (turned.topRows(d).array().rowwise() / (1 + heights(columns).array())).matrix();
  auto simplex = learning::DelaunayLocator(plane).locate(VectorXd::Zero(d));
  if (!simplex) throw std::runtime_error("all samples lie on one side of a point of the sphere");
  for (Index& vertex : simplex->vertices) vertex = columns[static_cast<std::size_t>(vertex)];
  return *std::move(simplex);
}

}  // namespace asymptest::scaling
