#pragma once

#include <Eigen/Core>
#include <span>

#include "learning/separable/separable_supremum.hpp"
#include "learning/separable/shallow_view.hpp"

namespace asymptest::learning {

/// The best answers of these neurons to a price, where a neuron offers sign·E: E its part of the
/// linearisation's error f − f_lin, and its move along x/|x| is `reach` at most. The move of the
/// output weight that is best for a move of z is known, s·Δσ/(2λ), which gains s²Δσ²/(4λ).
///
/// A move is the best point of a grid, then Newton's method's. Several neurons at a time; an answer
/// doesn't depend on which stand beside it. `answers` has as many entries as `neurons`.
void answer_with_errors(const ShallowView& view, std::span<const Eigen::Index> neurons, double sign,
                        double price, double reach, std::span<Response> answers);

}  // namespace asymptest::learning
