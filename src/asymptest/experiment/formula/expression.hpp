#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// A function of a design point.
using Expression = std::function<double(const Point&)>;

/// Reads a formula over axes: numbers, + − * / ^ (to the right: 2^3^2 is 2^9; −x^2 is −(x^2)),
/// parentheses, pi, and sqrt, log (natural), exp and abs of something in parentheses.
/// Throws std::invalid_argument with the formula, where it can't be read, and what was expected.
Expression parse_expression(std::string_view text, std::span<const std::string> axes);

}  // namespace asymptest
