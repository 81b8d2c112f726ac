#pragma once

#include <cstdint>
#include <span>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// Label noise of level q: each label of {0, …, classes − 1} is, with chance q, replaced by a
/// uniform one of all classes (which may be the old one), independently of everything else.
/// Throws std::invalid_argument unless 0 ≤ q ≤ 1 and classes ≥ 2.
void randomise_labels(std::span<int> labels, int classes, double q, Stream& random);

/// The share of positions in which two labellings differ.
/// Throws std::invalid_argument if they are empty or of different lengths.
double disagreement(std::span<const int> predictions, std::span<const int> labels);

}  // namespace asymptest::learning
