#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::descent {

// A network Σ v_j σ(⟨w_j, x⟩) of 16 units with normal weights on 8 normal inputs of R^4, at a zero
// of the loss ½ Σ (f − y)², where its Hessian is JᵀJ; the outer layer times a, the inner one over
// a.

/// The largest eigenvalue of the Hessian with ReLU, at a.
double curvature_of_rescaled(const Point& at, Stream& random);

/// That times the squared norm of the inner layer, of which the curvature is taken.
double relative_curvature_of_rescaled(const Point& at, Stream& random);

/// The largest change of an output by the scaling over the largest output: ReLU, and tanh.
double change_of_rescaled(const Point& at, Stream& random);
double change_of_rescaled_tanh(const Point& at, Stream& random);

}  // namespace asymptest::descent
