#pragma once

#include "rigor/networks/deep_network.hpp"
#include "rigor/networks/shallow_network.hpp"

namespace asymptest::rigor {

/// Gradient descent on ½|f − y|² in plain arithmetic, until |f − y| ≤ `goal` or after `most_steps`.
struct Descent {
  double step_size = 0;
  double goal = 0;
  int most_steps = 10000;
};

/// Where it leads. The weights are as good as any to prove something of, however they were rounded
/// on the way.
ShallowProblem descended(ShallowProblem problem, const Descent& descent);
DeepProblem descended(DeepProblem problem, const Descent& descent);

}  // namespace asymptest::rigor
