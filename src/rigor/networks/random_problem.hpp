#pragma once

#include <functional>

#include "rigor/networks/shallow_network.hpp"

namespace asymptest::rigor {

/// The sizes of a random problem with one hidden layer.
struct ShallowSizes {
  Eigen::Index samples = 20;
  Eigen::Index dimension = 24;
  Eigen::Index width = 4096;
};

/// A problem in the usual initialisation: inputs uniform on the unit sphere, labels ±1, hidden
/// weights N(0, 1), output weights ±1, all drawn from the source of standard normals in this order.
/// Throws std::invalid_argument if a size is not positive.
ShallowProblem random_problem(const ShallowSizes& sizes, const std::function<double()>& normal);

}  // namespace asymptest::rigor
