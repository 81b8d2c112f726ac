#pragma once

#include <Eigen/Core>
#include <span>

#include "learning/separable/separable_supremum.hpp"
#include "learning/separable/shallow_view.hpp"

namespace asymptest::learning {

/// The best answers of the neurons from `first` on to the price λ, where a neuron offers the rise
/// (sign 1) or fall (sign −1) of its part of K. With the output weight moved as is best for a move
/// of z, a neuron offers
///
///     sign·[s²σ² + c·λ·v²/(λ − sign·c)],  c = s²k²σ'²,
///
/// up to a constant: its largest point on a grid, then Newton's method's. Several neurons at a
/// time; an answer doesn't depend on which stand beside it. For smooth activations.
void answer_with_kernel(const ShallowView& view, Eigen::Index first, double sign, double price,
                        double radius, std::span<Response> answers);

}  // namespace asymptest::learning
