#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::real_data {

/// What the risk of 1-NN, in clean labels, exceeds that of the rule Σ wᵢ yᵢ over the 16 nearest of
/// n samples by, wᵢ ∝ ‖x − xᵢ‖^−2: both interpolate labels of which each is a fair coin with chance
/// q. On 255 fresh points for each of 4 draws.
double advantage_of_singular_weights(const Point& at, Stream& random);

/// The same of one draw for q = 1.
double advantage_on_coins(const Point& at, Stream& random);

/// d̂ of maximum likelihood (learning/dimension/maximum_likelihood.hpp) at the k-th neighbour, from
/// n points of the data set.
double dimension_of_data(const Point& at, Stream& random);

/// The loop that scaling laws rest on: the exponent a of the nearest sample's squared error between
/// n/8 and n samples, times half of the dimension that neighbours (k = 10) tell of the samples, 1
/// where N^(−2/d̂) predicts the error. The targets are 16 waves in random directions of the space
/// of images, whose arguments have variance 1 over them, averaged over their phases; 255 fresh
/// points.
double exponent_times_dimension_of_data(const Point& at, Stream& random);

/// The same of points of one segment: an image, between half and one and a half times as bright.
double exponent_times_dimension_of_segment(const Point& at, Stream& random);

/// The same from n points of 32 segments: images of the data set, each between half and one and a
/// half times as bright.
double dimension_of_segments(const Point& at, Stream& random);

}  // namespace asymptest::real_data
