#pragma once

#include <Eigen/Core>
#include <functional>

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

/// Draws independent points of a law in the unit cube, a column each.
using PointDraw = std::function<Eigen::MatrixXd(Eigen::Index count, Stream& random)>;

/// The trial "share of the pairs of 256/r points, at most 4096, that are at most r apart", 1/r an
/// axis of the sweep: the correlation integral, without bias.
Trial share_of_close_pairs(PointDraw draw);

/// The Bernoulli measure on the middle-thirds Cantor set of weights 1 − `right` and `right`.
PointDraw cantor_draw(double right);

}  // namespace asymptest::scaling
