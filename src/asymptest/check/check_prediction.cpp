#include "asymptest/check/check_prediction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <string_view>

#include "asymptest/check/request_rules.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/experiment/formula/expression.hpp"
#include "asymptest/experiment/formula/law_text.hpp"

namespace asymptest::cli {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Prediction read_law(const CheckRequest& request) {
  try {
    return parse_law(request.law, request.sizes, "--predict");
  } catch (const InputError&) {
    throw;
  } catch (const std::exception& problem) {
    throw InputError(problem.what());
  }
}

/// The columns that a factor is of: itself, or those of its formula.
std::vector<std::string> columns_in(const Factor& factor, const std::vector<std::string>& sizes) {
  if (contains(sizes, factor.name)) return {factor.name};
  return axes_in(factor.name);
}

void require_factors(const CheckRequest& request, const PowerLaw& law) {
  if (request.period && law.factors.size() != 1) {
    throw InputError(fmt::format("--period: expected a law of one factor, --predict has {}",
                                 law.factors.size()));
  }
  if (law.plus_constant && (request.period || request.correction || request.up_to_logs)) {
    throw InputError(
        "--predict: a law beside a constant, expected neither --up-to-logs nor --correction nor "
        "--period");
  }
  std::vector<std::string> used;
  for (const Factor& factor : law.factors) {
    const auto columns = columns_in(factor, request.sizes);
    used.insert(used.end(), columns.begin(), columns.end());
  }
  for (const std::string& size : request.sizes) {
    if (contains(used, size)) continue;
    throw InputError(fmt::format("--x: column {} is no factor of --predict", shown(size)));
  }
}

/// Refuses what only power laws have.
void require_no_power_law(const CheckRequest& request) {
  const auto refuse = [](std::string_view option) {
    throw InputError(
        fmt::format("{}: of a power law alone, expected --predict 'theta …', "
                    "'at_most …' or 'at_least …'",
                    option));
  };
  if (request.up_to_logs) refuse("--up-to-logs");
  if (request.no_hidden_terms) refuse("--no-hidden-terms");
  if (request.correction) refuse("--correction");
  if (request.period) refuse("--period");
  if (!request.towards.empty()) refuse("--towards");
  if (request.errors.are_given()) refuse("--se, --lower, --upper");
}

/// Says `towards` what an option of the form LIMIT or NAME=LIMIT states.
void set_limit(Prediction& prediction, const CheckRequest& request, const std::string& text) {
  const std::size_t sign = text.rfind('=');
  const std::string limit = sign == std::string::npos ? text : text.substr(sign + 1);
  if (limit != "0" && limit != "infinity") {
    throw InputError(
        fmt::format("--towards: {} is no limit, expected 0 or infinity, or NAME=0 for one column",
                    shown(text)));
  }
  const Towards towards = limit == "0" ? Towards::zero : Towards::infinity;
  if (sign == std::string::npos) {
    prediction.towards(towards);
    return;
  }
  const std::string name = text.substr(0, sign);
  const auto& factors = std::get<PowerLaw>(prediction.kind()).factors;
  if (std::none_of(factors.begin(), factors.end(),
                   [&](const Factor& factor) { return factor.name == name; })) {
    throw InputError(
        fmt::format("--towards: {} is no {}", shown(name),
                    contains(request.sizes, name) ? "factor of --predict" : "--x column"));
  }
  prediction.towards(towards, name);
}

void refine_power_law(Prediction& prediction, const CheckRequest& request) {
  prediction.may_be_cost().may_begin_early();
  if (request.no_hidden_terms) {
    prediction.without_logarithms();
  } else {
    prediction.may_hide_terms();
  }
  if (request.up_to_logs) prediction.up_to_logs();
  if (request.correction) prediction.corrected_by(*request.correction, "--correction");
  if (request.period) prediction.with_period(*request.period);
  for (const std::string& limit : request.towards) set_limit(prediction, request, limit);
}

/// The option that asks for a summary without assumptions.
std::string_view option_of(const CheckRequest& request) {
  return request.range ? "--bounded" : "--summary proportion";
}

void set_assumption_free(Prediction& prediction, const CheckRequest& request) {
  try {
    if (request.range) {
      prediction.bounded(request.range->lower, request.range->upper);
    } else {
      prediction.of(request.summary);
    }
  } catch (const std::invalid_argument& problem) {
    throw InputError(fmt::format("{}: {}", option_of(request), problem.what()));
  }
}

void set_summary(Prediction& prediction, const CheckRequest& request) {
  if (is_assumption_free(request.summary)) {
    set_assumption_free(prediction, request);
  } else if (!std::holds_alternative<Inequality>(prediction.kind())) {
    prediction.of(request.summary);
  } else if (request.summary != Summary::mean) {
    throw InputError("--summary: 'always' speaks of every trial, expected none");
  }
}

void add_rival(Prediction& prediction, const std::string& text) {
  const std::size_t sign = std::min(text.find('='), text.size());
  double value = 0;
  const char* last = text.data() + sign;
  const auto [end, problem] = std::from_chars(text.data(), last, value);
  if (problem != std::errc{} || end != last || !std::isfinite(value)) {
    throw InputError(
        fmt::format("--rival: {} is no value, expected a number, or NUMBER=NAME", shown(text)));
  }
  prediction.rival(value, sign < text.size() ? text.substr(sign + 1) : "");
}

void set_chance(Prediction& prediction, const CheckRequest& request) {
  if (!request.chance) return;
  if (!std::holds_alternative<Inequality>(prediction.kind())) {
    throw InputError("--but-for-chance: of 'always_at_least' and 'always_at_most' alone");
  }
  if (!(*request.chance >= 0 && *request.chance < 1)) {
    throw InputError(fmt::format("--but-for-chance: {} is no chance, expected a number in [0, 1)",
                                 *request.chance));
  }
  prediction.but_for_chance(*request.chance);
}

}  // namespace

Prediction prediction_of(const CheckRequest& request) {
  require_sound(request);
  Prediction prediction = read_law(request);
  prediction.within(request.band);
  set_chance(prediction, request);
  for (const std::string& rival : request.rivals) add_rival(prediction, rival);
  if (const auto* law = std::get_if<PowerLaw>(&prediction.kind())) {
    require_factors(request, *law);
    refine_power_law(prediction, request);
  } else {
    require_no_power_law(request);
  }
  // After the period, which such a summary excludes.
  set_summary(prediction, request);
  return prediction;
}

}  // namespace asymptest::cli
