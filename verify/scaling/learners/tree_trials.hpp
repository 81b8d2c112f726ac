#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

// Squared error of a tree that N independent samples of the d-cube, d <= 3, grow one after another:
// each splits the leaf that it falls into where it stands, and both halves get its label. The mean
// over fresh points is taken in closed form, the integral over each leaf.

/// The axis across which a leaf is split: drawn, from the first to the last by depth, or that of
/// the leaf's longest side.
enum class SplitAxis { drawn, in_turn, longest };

/// For f = Σ ±x_j, over the signs: the squared distance of the point to the sample that it has the
/// label of.
Trial tree_error(int dimension, SplitAxis axis);

/// For the indicator of x_j > t, over t and j: the distance along an axis.
Trial tree_error_of_a_step(int dimension, SplitAxis axis);

}  // namespace asymptest::scaling
