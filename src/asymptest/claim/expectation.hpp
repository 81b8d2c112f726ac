#pragma once

#include <limits>
#include <optional>
#include <string>

#include "asymptest/claim/laws/prediction.hpp"

namespace asymptest {

/// What a control must show besides being refuted: that its exponent (relative deviation for a
/// value law, chance of violation for `always`) lies here. The declared reason of the refutation.
struct Expectation {
  double lower = -std::numeric_limits<double>::infinity();
  double upper = std::numeric_limits<double>::infinity();
  std::string factor = {};           ///< of a law with several factors; empty: the first
  std::optional<double> value = {};  ///< what theory gives, within the range
  std::string reason = {};           ///< why it must be there; empty: the control's remark says it

  [[nodiscard]] Expectation because(std::string why) const;
  /// Neither end is finite.
  [[nodiscard]] bool is_empty() const;
};

Expectation below(double upper, std::string factor = "");
Expectation above(double lower, std::string factor = "");
Expectation near(double value, double tolerance, std::string factor = "");
/// Theory gives `value`; at the sizes measured it may read as anything in the range.
Expectation near_within(double value, double lower, double upper, std::string factor = "");

/// Why an expectation doesn't tell what its control shows from what it doesn't: its range holds the
/// value that the law itself predicts, or a rival that is named and is not `value`. `law` is what
/// the control is held against. Empty if there is nothing to say, as for a range that is open at an
/// end or is of another factor than the rivals'.
std::string fault_of(const Expectation& expect, const Prediction& law);

}  // namespace asymptest
