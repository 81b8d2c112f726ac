#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::compression {

// The mean of m relu units with normal weights at 16 random inputs of R^4, and that of k of them
// drawn at random without replacement. Axes m and k.

/// The squared distance of the two over the variance of a unit; its mean is
/// (m − k)/(k (m − 1)), `maurey`.
double relative_error(const Point& at, Stream& random);
double maurey(const Point& at);

/// With replacement: 1/k.
double relative_error_with_replacement(const Point& at, Stream& random);

}  // namespace asymptest::compression
