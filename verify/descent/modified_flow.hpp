#pragma once

#include "asymptest/claim/claim.hpp"
#include "learning/tasks/training_task.hpp"

namespace asymptest::learning::optimisation {

/// How far gradient descent with `steps` steps of length h = 1/steps ends from the gradient flow of
/// L + c·h·|∇L|², c = `coefficient`, after time 1, both from the task's start.
double distance_to_modified_flow(const TrainingTask& task, int steps, double coefficient);

/// The trial of that distance at N steps over that at 12 steps of the same task, which takes out
/// how far tasks differ: four neurons of tanh, two samples in R³. Where the divisor happens to be
/// small the ratio has a long tail: take its geometric mean.
Trial relative_distance(double coefficient);

}  // namespace asymptest::learning::optimisation
