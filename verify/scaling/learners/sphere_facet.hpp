#pragma once

#include <Eigen/Core>

#include "learning/triangulation/delaunay_simplex.hpp"

namespace asymptest::scaling {

/// The facet of the hull of points of the unit sphere beneath a query of it: their Delaunay
/// triangulation on the sphere. Seen from the point opposite, in stereographic projection, it is
/// the Delaunay simplex that holds the origin, since circles stay circles; the weights are the
/// origin's there. Looks at the nearest 64 samples, which the empty circle leaves with a chance of
/// about e^−16.
///
/// `samples` is (d + 1) × N. Throws std::runtime_error if they lie on one side of the query.
learning::DelaunaySimplex sphere_facet(const Eigen::Ref<const Eigen::MatrixXd>& samples,
                                       const Eigen::VectorXd& query);

}  // namespace asymptest::scaling
