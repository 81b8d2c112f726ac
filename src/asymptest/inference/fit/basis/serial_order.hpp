#pragma once

#include <span>
#include <vector>

#include "asymptest/inference/fit/basis/regressor.hpp"

namespace asymptest {

/// The residuals of a fit over several factors, in the order of the factor along which they follow
/// each other most (`serial_chance`): what a smooth law can't explain shows along one of them.
/// Residual i belongs to entry i of each factor's `logs`.
std::vector<double> most_serial_residuals(std::span<const Regressor> factors,
                                          std::span<const double> residuals);

}  // namespace asymptest
