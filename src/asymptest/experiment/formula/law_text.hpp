#pragma once

#include <span>
#include <string>
#include <string_view>

#include "asymptest/claim/laws/prediction.hpp"

namespace asymptest {

/// Reads a law of any kind, as people write it:
///
///     theta m^-0.5          at_most n^0.5 (d + 2)^-1        at_least N^(-1/3)
///     decays t 0.1          equals 2*n/(n + 1)
///     always_at_least 0     always_at_most 1
///     E + N^-0.35           theta (n*log(n)^2)^1
///     increasing m          decreasing m
///     peak p 100            valley p 100                    descents p 2
///
/// Power laws are read by `parse_power_law` (data/prediction_text.hpp); a factor in parentheses
/// that is no axis, and what follows `equals`, is a formula (expression.hpp). Names with blanks
/// stand in quotes. Throws an exception with what can't be read, which it calls `what`, and what
/// was expected, as a law of what is no axis.
Prediction parse_law(std::string_view text, std::span<const std::string> axes,
                     std::string_view what = "law");

}  // namespace asymptest
