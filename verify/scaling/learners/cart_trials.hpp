#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

/// What the labels of a regression tree are: the sum of the coordinates, the first one alone, or
/// whether the sum is above its mean d/2.
enum class Labels { sum, first, above_mean };

/// Squared error of a regression tree (Breiman, Friedman, Olshen, Stone 1984, "CART") fully grown
/// on N uniform samples of the d-cube, d <= 3: a node is split where it leaves the least sum of
/// squares, halfway between two samples, along the lower axis of two that do as well, until its
/// labels agree; a leaf answers their mean. The labels have normal noise of variance `noise`. The
/// mean over fresh points is taken in closed form, the integral over each leaf.
Trial cart_error(int dimension, Labels labels, double noise = 0);

}  // namespace asymptest::scaling
