#pragma once

#include <string_view>

#include "asymptest/claim/laws/prediction.hpp"

namespace asymptest::cli {

/// Reads a power law as people write it:
///
///     theta N^-0.5          at_most n^0.5 d^0.5 p^-0.5        at_least (N)^(-1/3)
///     E + N^-0.35           theta N^-0.35 + constant          theta E + N^-0.35
///     E + N^-0.34 + D^-0.28                                   theta N^-1 + D^0.5
///
/// the relation, then the factors with spaces between, each a name (in quotes or
/// parentheses if it holds spaces or a ^) and an exponent: a decimal number, a fraction in
/// parentheses, or none for 1. A constant whose value is unknown may stand before or behind one
/// factor or a sum of two powers; the relation is then theta if none is named. Throws InputError
/// with what can't be read, which it calls `what`, and what was expected.
Prediction parse_power_law(std::string_view text, std::string_view what = "--predict");

}  // namespace asymptest::cli
