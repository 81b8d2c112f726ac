#include "learning/triangulation/delaunay_locator.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

#include "learning/triangulation/growing_sphere.hpp"
#include "learning/triangulation/simplex_pivots.hpp"

namespace asymptest::learning {
namespace {

/// Weight outside of the hull, and of a vertex that doesn't matter, that counts as rounding.
constexpr double negligible_weight = 1e-11;

/// In more dimensions a tree looks at most of the points, and so it does at few.
constexpr Eigen::Index most_tree_dimensions = 4, fewest_tree_points = 512;
/// Neighbours among which a sphere grows at first, for each vertex, and by how many times more at
/// last. Of 6(d + 1) in directions at random all lie on one side of a query with a chance of 1e-5
/// to 1e-3 (Wendel 1962).
constexpr Eigen::Index neighbours_a_vertex = 6, more_neighbours = 6;

/// The cheapest points at the present prices, at most `most` of them, none above −tolerance.
void keep_cheapest(const Eigen::VectorXd& reduced, double tolerance, std::size_t most,
                   std::vector<Eigen::Index>& out) {
  out.clear();
  for (Eigen::Index i = 0; i < reduced.size(); ++i) {
    if (reduced(i) < -tolerance) out.push_back(i);
  }
  if (out.size() <= most) return;
  const auto cheaper = [&](Eigen::Index a, Eigen::Index b) { return reduced(a) < reduced(b); };
  std::nth_element(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(most), out.end(),
                   cheaper);
  out.resize(most);
}

/// Pivots on what `cheaper` finds until no point is cheaper than its price, at prices of a fresh
/// inverse.
template <class Cheaper>
void optimise(SimplexPivots& pivots, Cheaper cheaper) {
  while (!pivots.finished()) {
    if (pivots.pivot_among(cheaper())) continue;
    if (pivots.fresh()) return;
    pivots.refresh();
  }
}

void optimise_by_scans(SimplexPivots& pivots, const Eigen::VectorXd& height) {
  const auto batch = static_cast<std::size_t>(pivots.rows());
  std::vector<Eigen::Index> candidates;
  Eigen::VectorXd reduced(height.size());
  optimise(pivots, [&] {
    pivots.price(reduced);
    keep_cheapest(reduced, pivots.price_tolerance(), pivots.stalled() ? reduced.size() : batch,
                  candidates);
    return candidates;
  });
}

std::span<const double> coordinates_of(const Eigen::VectorXd& point) {
  return {point.data(), static_cast<std::size_t>(point.size())};
}

/// The same by a tree, in the second phase.
void optimise_by_tree(SimplexPivots& pivots, const NearestNeighbours& tree) {
  optimise(pivots, [&] {
    const Eigen::Index most = pivots.stalled() ? tree.count() : pivots.rows() + 1;
    auto candidates = tree.nearest(coordinates_of(pivots.centre()), most, pivots.radius());
    std::sort(candidates.begin(), candidates.end());  // Bland's rule takes the least index
    return candidates;
  });
}

}  // namespace

DelaunayLocator::DelaunayLocator(const Eigen::Ref<const Eigen::MatrixXd>& points) {
  if (points.size() == 0) throw std::invalid_argument("Delaunay locator: no points");
  if (!points.allFinite()) throw std::invalid_argument("Delaunay locator: points are not finite");
  centre_ = points.rowwise().mean();
  points_ = (points.colwise() - centre_).transpose();
  const double farthest = points_.rowwise().norm().maxCoeff();
  scale_ = farthest > 0 ? farthest : 1;
  points_ /= scale_;
  height_ = points_.rowwise().squaredNorm();
  if (dimension() <= most_tree_dimensions && count() >= fewest_tree_points) {
    tree_.emplace(points_.transpose());
  }
}

/// By the sphere among so many neighbours; nothing where they don't hold the query, or in a simplex
/// so flat that the sphere decides nothing: a tree's distances would be too coarse for it.
std::optional<DelaunaySimplex> DelaunayLocator::grown_nearby(const Eigen::VectorXd& at,
                                                             Eigen::Index neighbours) const {
  if (neighbours > count()) return std::nullopt;
  const auto near = tree_->nearest(coordinates_of(at), neighbours);
  Eigen::MatrixXd around(neighbours, dimension());
  for (Eigen::Index i = 0; i < neighbours; ++i) {
    around.row(i) = points_.row(near[static_cast<std::size_t>(i)]) - at.transpose();
  }
  const double farthest = around.row(neighbours - 1).norm();
  if (!(farthest > 0)) return std::nullopt;
  around /= farthest;
  const Eigen::VectorXd origin = Eigen::VectorXd::Zero(dimension());
  GrowingSphere sphere(around, origin);
  if (sphere.grow() != GrowingSphere::End::query_held) return std::nullopt;
  std::vector<Eigen::Index> basis;
  for (const Eigen::Index i : sphere.points()) basis.push_back(near[static_cast<std::size_t>(i)]);
  SimplexPivots pivots(points_, height_, at, std::move(basis));
  if (!(pivots.least_weight() > -negligible_weight)) return std::nullopt;
  optimise_by_tree(pivots, *tree_);
  return pivots.simplex();
}

/// By the sphere; nothing, and not outside, where that doesn't end well.
std::optional<DelaunaySimplex> DelaunayLocator::grown(const Eigen::VectorXd& at,
                                                      bool& is_outside) const {
  GrowingSphere sphere(points_, at);
  const GrowingSphere::End end = sphere.grow();
  is_outside = end == GrowingSphere::End::query_outside;
  if (end != GrowingSphere::End::query_held) return std::nullopt;
  SimplexPivots pivots(points_, height_, at, sphere.points());
  if (!(pivots.least_weight() > -negligible_weight)) return std::nullopt;
  optimise_by_scans(pivots, height_);
  return pivots.simplex();
}

std::optional<DelaunaySimplex> DelaunayLocator::pivoted(const Eigen::VectorXd& at) const {
  SimplexPivots pivots(points_, height_, at);
  optimise_by_scans(pivots, height_);
  pivots.refresh();
  if (pivots.artificial_weight() > negligible_weight) return std::nullopt;
  pivots.forbid_artificial_weight();
  optimise_by_scans(pivots, height_);
  return pivots.simplex();
}

std::optional<DelaunaySimplex> DelaunayLocator::locate(
    const Eigen::Ref<const Eigen::VectorXd>& query) const {
  if (query.size() != dimension() || !query.allFinite()) {
    throw std::invalid_argument("Delaunay locator: the query is not a point of the same space");
  }
  const Eigen::VectorXd at = (query - centre_) / scale_;
  if (at.norm() > 1 + negligible_weight) return std::nullopt;
  bool is_outside = false;
  if (tree_) {
    const Eigen::Index first = neighbours_a_vertex * (dimension() + 1);
    for (const Eigen::Index neighbours : {first, more_neighbours * first}) {
      if (auto simplex = grown_nearby(at, neighbours)) return simplex;
    }
  }
  if (const auto simplex = grown(at, is_outside)) return simplex;
  return is_outside ? std::nullopt : pivoted(at);
}

double interpolated(const DelaunaySimplex& simplex,
                    const Eigen::Ref<const Eigen::VectorXd>& labels) {
  double sum = 0;
  for (std::size_t k = 0; k < simplex.weights.size(); ++k) {
    sum += simplex.weights[k] * labels(simplex.vertices[k]);
  }
  return sum;
}

double noise_variance(const DelaunaySimplex& simplex) {
  double sum = 0;
  for (const double weight : simplex.weights) sum += weight * weight;
  return sum;
}

}  // namespace asymptest::learning
