#include "asymptest/claim/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace asymptest {
namespace {

/// An edge computed as value ± tolerance may lie some roundings beside the rival on it.
constexpr double edge_rounding = 1e-9;

bool holds_inside(const Expectation& expect, double value) {
  const double slack = edge_rounding * (expect.upper - expect.lower);
  return value > expect.lower + slack && value < expect.upper - slack;
}

bool is_value_of(const Expectation& expect, double value) {
  return expect.value &&
         std::abs(*expect.value - value) <= edge_rounding * std::max(1.0, std::abs(value));
}

/// What the law itself predicts, in the units of the expectation; none if that is no one number.
std::optional<double> predicted_value(const Prediction& law, const std::string& factor) {
  if (std::holds_alternative<ValueLaw>(law.kind())) return 0;
  const auto* power = std::get_if<PowerLaw>(&law.kind());
  if (power == nullptr) return std::nullopt;
  const auto& factors = power->factors;
  const auto found = factor.empty()
                         ? factors.begin()
                         : std::find_if(factors.begin(), factors.end(),
                                        [&](const Factor& f) { return f.name == factor; });
  return found == factors.end() ? std::nullopt : std::optional(found->exponent);
}

/// Rivals are values of the first factor.
bool is_of_first_factor(const Expectation& expect, const Prediction& law) {
  const auto* power = std::get_if<PowerLaw>(&law.kind());
  return expect.factor.empty() ||
         (power != nullptr && power->factors.front().name == expect.factor);
}

}  // namespace

Expectation Expectation::because(std::string why) const {
  Expectation with_reason = *this;
  with_reason.reason = std::move(why);
  return with_reason;
}

bool Expectation::is_empty() const { return std::isinf(lower) && std::isinf(upper); }

Expectation below(double upper, std::string factor) {
  return {.upper = upper, .factor = std::move(factor)};
}

Expectation above(double lower, std::string factor) {
  return {.lower = lower, .factor = std::move(factor)};
}

Expectation near(double value, double tolerance, std::string factor) {
  return near_within(value, value - tolerance, value + tolerance, std::move(factor));
}

Expectation near_within(double value, double lower, double upper, std::string factor) {
  return {lower, upper, std::move(factor), value};
}

std::string fault_of(const Expectation& expect, const Prediction& law) {
  if (std::isinf(expect.lower) || std::isinf(expect.upper)) return "";
  const std::string range =
      fmt::format("must show a value in [{:.4g}, {:.4g}], which holds", expect.lower, expect.upper);
  const auto own = predicted_value(law, expect.factor);
  if (own && holds_inside(expect, *own)) {
    return fmt::format("{} the {:.4g} that it must refute", range, *own);
  }
  if (!is_of_first_factor(expect, law)) return "";
  for (const Rival& rival : law.rivals()) {
    if (is_value_of(expect, rival.value) || !holds_inside(expect, rival.value)) continue;
    return fmt::format("{} the rival {:.4g}{}, expected a range that tells them apart", range,
                       rival.value, rival.name.empty() ? "" : " (" + rival.name + ")");
  }
  return "";
}

}  // namespace asymptest
