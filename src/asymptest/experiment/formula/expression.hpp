#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// A function of a design point.
using Expression = std::function<double(const Point&)>;

/// Reads a formula over axes: numbers, + − * / ^ (to the right: 2^3^2 is 2^9; −x^2 is −(x^2)),
/// parentheses, pi, and sqrt, log (natural), exp and abs of something in parentheses. An axis whose
/// name is more than letters, digits and _ stands in quotes: "wall time"/n.
/// Throws std::invalid_argument with the formula, where it can't be read, and what was expected.
Expression parse_expression(std::string_view text, std::span<const std::string> axes);

/// The axes that a formula names, whatever axes there are, each once in their order.
/// Throws as `parse_expression` does for what no axis could mend.
std::vector<std::string> axes_in(std::string_view text);

}  // namespace asymptest
