#include "asymptest/claim/laws/prediction.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

Prediction power_law(Relation relation, std::vector<Factor> factors) {
  if (factors.empty()) throw std::invalid_argument("a power law needs at least one factor");
  return Prediction(PowerLaw{.relation = relation, .factors = std::move(factors)});
}

}  // namespace

PowerLaw& Prediction::power_law(std::string_view method) {
  auto* law = std::get_if<PowerLaw>(&kind_);
  if (law == nullptr) {
    throw std::invalid_argument(fmt::format("{} applies to power laws only", method));
  }
  return *law;
}

Prediction::Prediction(Kind kind) : kind_(std::move(kind)) {}
Prediction::Prediction(const Prediction& other) = default;
Prediction::Prediction(Prediction&& other) noexcept = default;
Prediction& Prediction::operator=(const Prediction& other) = default;
Prediction& Prediction::operator=(Prediction&& other) noexcept = default;
Prediction::~Prediction() = default;

Prediction& Prediction::within(double band) {
  if (!(band > 0) || !std::isfinite(band)) {
    throw std::invalid_argument(fmt::format("band is {}, expected a positive number", band));
  }
  band_ = band;
  return *this;
}

Prediction& Prediction::rival(double value, std::string name) {
  rivals_.push_back({value, std::move(name)});
  return *this;
}

Prediction& Prediction::because(std::string reason) {
  reason_ = std::move(reason);
  return *this;
}

Prediction& Prediction::up_to_logs() {
  power_law("up_to_logs").up_to_logs = true;
  return *this;
}

Prediction& Prediction::plus_constant() {
  PowerLaw& law = power_law("plus_constant");
  if (law.factors.size() != 1 && !law.is_sum) {
    throw std::invalid_argument(
        fmt::format("plus_constant applies to a law of one factor or a sum, this one has {}",
                    law.factors.size()));
  }
  law.plus_constant = true;
  return *this;
}

Prediction& Prediction::corrected_by(double exponent, std::string source) {
  if (!(exponent > 0)) {
    throw std::invalid_argument(
        fmt::format("correction exponent is {}, expected a positive number", exponent));
  }
  power_law("corrected_by").correction = Correction{exponent, std::move(source)};
  return *this;
}

Prediction Prediction::without_correction() const {
  Prediction law = *this;
  if (auto* const powers = std::get_if<PowerLaw>(&law.kind_)) powers->correction.reset();
  return law;
}

Prediction& Prediction::with_period(double ratio) {
  if (!(ratio > 1) || !std::isfinite(ratio)) {
    throw std::invalid_argument(
        fmt::format("period is {}, expected a finite ratio of sizes above 1", ratio));
  }
  PowerLaw& law = power_law("with_period");
  if (law.factors.size() != 1) {
    throw std::invalid_argument(fmt::format(
        "with_period applies to a law of one factor, this one has {}", law.factors.size()));
  }
  law.period = ratio;
  return *this;
}

Prediction& Prediction::towards(Towards limit) {
  for (Factor& factor : power_law("towards").factors) factor.towards = limit;
  return *this;
}

Prediction& Prediction::towards(Towards limit, std::string_view factor) {
  for (Factor& one : power_law("towards").factors) {
    if (one.name != factor) continue;
    one.towards = limit;
    return *this;
  }
  throw std::invalid_argument(fmt::format("towards names '{}', which is no factor", factor));
}

void Prediction::require_assumption_free() const {
  const auto* law = std::get_if<PowerLaw>(&kind_);
  const bool is_plain = law != nullptr && law->factors.size() == 1 && !law->is_sum &&
                        !law->plus_constant && !law->period;
  require(is_plain || std::holds_alternative<ValueLaw>(kind_),
          "proportions and bounded means are of a power law of one factor without a constant or a "
          "period, or of a predicted value; this one is '{}'",
          describe());
}

void Prediction::require_summary_of_pairs() const {
  const auto* law = std::get_if<PowerLaw>(&kind_);
  if (law == nullptr || !law->paired) return;
  require(law->summary == Summary::mean || law->summary == Summary::geometric_mean,
          "pairs have a mean or a geometric mean, this law is of the {}", name_of(law->summary));
}

Prediction& Prediction::paired() {
  power_law("paired").paired = true;
  require_summary_of_pairs();
  return *this;
}

Prediction& Prediction::bounded(double lower, double upper) {
  require_range({lower, upper});
  require_assumption_free();
  std::visit(
      [&](auto& law) {
        if constexpr (requires { law.range; }) {
          law.summary = Summary::bounded_mean;
          law.range = {lower, upper};
        }
      },
      kind_);
  require_summary_of_pairs();
  return *this;
}

Prediction& Prediction::of(Summary summary) {
  require(summary != Summary::bounded_mean, "a bounded mean needs its range, expected `bounded`");
  if (summary == Summary::proportion) require_assumption_free();
  std::visit(
      [&](auto& law) {
        if constexpr (requires { law.summary; }) {
          law.summary = summary;
        } else {
          throw std::invalid_argument("'always' speaks of every trial, not of a summary");
        }
      },
      kind_);
  require_summary_of_pairs();
  return *this;
}

Prediction& Prediction::but_for_chance(double chance) {
  auto* law = std::get_if<Inequality>(&kind_);
  if (law == nullptr) throw std::invalid_argument("but_for_chance applies to 'always' only");
  if (!(chance >= 0 && chance < 1)) {
    throw std::invalid_argument(
        fmt::format("chance of a violation is {}, expected within [0, 1)", chance));
  }
  law->chance = chance;
  return *this;
}

std::string Prediction::describe() const {
  std::string text = std::visit([](const auto& law) { return asymptest::describe(law); }, kind_);
  if (band_ > 0) text += fmt::format(", band {:.6g}", band_);
  std::visit(
      [&](const auto& law) {
        if constexpr (requires { law.summary; }) {
          if (law.summary != Summary::mean) {
            text += fmt::format(", of the {}", name_of(law.summary));
          }
        }
        if constexpr (requires { law.range; }) {
          if (law.summary == Summary::bounded_mean) {
            text += fmt::format(" in [{:.6g}, {:.6g}]", law.range.lower, law.range.upper);
          }
        }
      },
      kind_);
  return text;
}

Prediction theta(std::vector<Factor> factors) {
  return power_law(Relation::theta, std::move(factors));
}

Prediction& Prediction::may_be_cost() {
  power_law("may_be_cost").may_be_cost = true;
  return *this;
}

Prediction& Prediction::may_begin_early() {
  power_law("may_begin_early").may_begin_early = true;
  return *this;
}

Prediction& Prediction::may_hide_terms() {
  power_law("may_hide_terms").may_hide_terms = true;
  return *this;
}

Prediction& Prediction::without_logarithms() {
  power_law("without_logarithms").no_logarithms = true;
  return *this;
}

Prediction theta_sum(std::vector<Factor> terms) {
  if (terms.size() != 2) {
    throw std::invalid_argument(
        fmt::format("a sum of powers has {} terms, expected 2", terms.size()));
  }
  return Prediction(PowerLaw{.factors = std::move(terms), .is_sum = true});
}

Prediction at_most(std::vector<Factor> factors) {
  return power_law(Relation::at_most, std::move(factors));
}

Prediction at_least(std::vector<Factor> factors) {
  return power_law(Relation::at_least, std::move(factors));
}

Prediction decays(std::string axis, double rate) {
  return Prediction(ExponentialDecay{.axis = std::move(axis), .rate = rate});
}

Prediction equals(std::function<double(const Point&)> curve) {
  Prediction::Kind kind(std::in_place_type<ValueLaw>);
  std::get<ValueLaw>(kind).curve = std::move(curve);
  return Prediction(std::move(kind));
}

Prediction always_at_least(double lower, double rounding) {
  return Prediction(Inequality{.lower = lower, .rounding = rounding});
}

Prediction always_at_most(double upper, double rounding) {
  return Prediction(Inequality{.upper = upper, .rounding = rounding});
}

Prediction has_shape(Shape shape) { return Prediction(std::move(shape)); }

}  // namespace asymptest
