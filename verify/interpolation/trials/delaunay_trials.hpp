#pragma once

#include "asymptest/claim/claim.hpp"
#include "learning/triangulation/delaunay_locator.hpp"

namespace asymptest::interpolation {

// Trials of simplicial interpolation on the Delaunay triangulation of random points.

/// n points: the corners 0, e_1, …, e_d of a simplex and n − d − 1 uniform points of it. Their hull
/// is that simplex, so a uniform query is never outside; given the Delaunay simplex that holds it,
/// it is uniform there. d from the design point, and n, or 8(d + 1) samples without an axis n.
Eigen::MatrixXd simplex_cloud(const Point& at, Stream& random);
Eigen::VectorXd uniform_in_corner_simplex(Eigen::Index dimension, Stream& random);

/// The Delaunay simplex of a cloud that holds a uniform query.
learning::DelaunaySimplex located_query(const Point& at, Stream& random);

/// Σ λ², the noise part of the squared error given the points.
double delaunay_noise_part(const Point& at, Stream& random);

/// The excess risk of the plug-in rule, 16 draws of labels, at the q of `worst_noise`.
double delaunay_excess_at_worst(const Point& at, Stream& random);

/// The share of a vertex's star where its label alone decides: one wrong label among right ones,
/// averaged over the d + 1 vertices that may be the wrong one, is 1/(d + 1) if some weight exceeds
/// 1/2, else 0. With two adjacent wrong labels; and where the heaviest vertex decides.
double share_decided_by_one(const Point& at, Stream& random);
double share_decided_by_two(const Point& at, Stream& random);
double share_of_heaviest(const Point& at, Stream& random);

}  // namespace asymptest::interpolation
