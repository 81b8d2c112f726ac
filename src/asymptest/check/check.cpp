#include "asymptest/check/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <nlohmann/json.hpp>
#include <numeric>

#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"
#include "asymptest/data/prediction_text.hpp"
#include "asymptest/inference/laws/power_law.hpp"

namespace asymptest::cli {
namespace {

/// Below four sizes an exponent can't be told from a finite-size correction.
constexpr std::size_t fewest_sizes = 4;

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void require_columns_once(const CheckRequest& request) {
  if (request.sizes.empty()) throw InputError("--x: names no column, expected one or several");
  for (std::size_t i = 0; i < request.sizes.size(); ++i) {
    const std::string& name = request.sizes[i];
    if (name == request.value) {
      throw InputError(fmt::format("--x and --y both name column {}", shown(name)));
    }
    if (std::find(request.sizes.begin(), request.sizes.begin() + static_cast<std::ptrdiff_t>(i),
                  name) != request.sizes.begin() + static_cast<std::ptrdiff_t>(i)) {
      throw InputError(fmt::format("--x: column {} is named twice", shown(name)));
    }
  }
}

void require_numbers(const CheckRequest& request) {
  if (!(request.band > 0) || !std::isfinite(request.band)) {
    throw InputError(
        fmt::format("--within: {} is no band, expected a positive number", request.band));
  }
  if (!(request.alpha > 0 && request.alpha < 0.5)) {
    throw InputError(fmt::format(
        "--alpha: {} is no chance of a wrong verdict, expected a number between 0 and 0.5",
        request.alpha));
  }
  if (request.correction && !(*request.correction > 0 && std::isfinite(*request.correction))) {
    throw InputError(fmt::format("--correction: {} is no exponent, expected a positive number",
                                 *request.correction));
  }
  if (request.trials && !request.standard_error) {
    throw InputError("--n: expected --se with the column of standard errors beside it");
  }
  if (request.standard_error && request.summary != Summary::mean) {
    throw InputError("--se: the errors are those of means, expected --summary mean");
  }
  if (request.period && !(*request.period > 1 && std::isfinite(*request.period))) {
    throw InputError(fmt::format("--period: {} is no ratio of sizes, expected a number above 1",
                                 *request.period));
  }
}

void require_agreement(const CheckRequest& request, const PowerLaw& law) {
  if (request.period && law.factors.size() != 1) {
    throw InputError(fmt::format("--period: expected a law of one factor, --predict has {}",
                                 law.factors.size()));
  }
  if (law.plus_constant && (request.period || request.correction || request.up_to_logs)) {
    throw InputError(
        "--predict: a law beside a constant, expected neither --up-to-logs nor --correction nor "
        "--period");
  }
  std::vector<std::string> factors;
  for (const Factor& factor : law.factors) factors.push_back(factor.name);
  for (const std::string& factor : factors) {
    if (!contains(request.sizes, factor)) {
      throw InputError(fmt::format("--predict: factor {} is no --x column", shown(factor)));
    }
  }
  for (const std::string& size : request.sizes) {
    if (!contains(factors, size)) {
      throw InputError(fmt::format("--x: column {} is no factor of --predict", shown(size)));
    }
  }
}

// Sizes, and the values of which a geometric mean is taken; else the mean or median alone has to be
// positive, which `summarise` sees to.
void require_positive(const CheckRequest& request, const NumericTable& table) {
  std::vector<std::string> names = request.sizes;
  if (request.summary == Summary::geometric_mean) names.push_back(request.value);
  for (std::size_t row = 0; row < table.lines.size(); ++row) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (table.columns[i][row] > 0) continue;
      throw InputError(fmt::format(
          "{}, line {}: column {} is {}, expected a positive number (its logarithm is taken)",
          name_of_input(request.file), table.lines[row], shown(names[i]), table.columns[i][row]));
    }
  }
}

void require_sizes(const CheckRequest& request, const NumericTable& table) {
  for (std::size_t i = 0; i < request.sizes.size(); ++i) {
    std::vector<double> sizes = table.columns[i];
    std::sort(sizes.begin(), sizes.end());
    sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
    if (sizes.size() >= fewest_sizes) continue;
    throw InputError(fmt::format("{}: column {} has {} different {} ({}), expected at least {}",
                                 name_of_input(request.file), shown(request.sizes[i]), sizes.size(),
                                 sizes.size() == 1 ? "size" : "sizes", fmt::join(sizes, ", "),
                                 fewest_sizes));
  }
}

Point point_at(const CheckRequest& request, const NumericTable& table, std::size_t row) {
  std::vector<Coordinate> coordinates;
  for (std::size_t i = 0; i < request.sizes.size(); ++i) {
    coordinates.push_back({request.sizes[i], table.columns[i][row]});
  }
  return Point(std::move(coordinates));
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
  if (!contains(request.sizes, name)) {
    throw InputError(fmt::format("--towards: {} is no --x column", shown(name)));
  }
  prediction.towards(towards, name);
}

/// The question which limit a factor's law speaks of.
InputError which_limit(const CheckRequest& request, const Factor& factor,
                       const std::vector<double>& sizes) {
  const auto [least, most] = std::minmax_element(sizes.begin(), sizes.end());
  const std::string name = request.sizes.size() > 1 ? factor.name + "=" : "";
  return InputError(fmt::format(
      "{}: column {} runs from {:.6g} to {:.6g}, which doesn't tell the limit that {} speaks of: "
      "expected --towards {}0 (as {} shrinks: a step, a radius, a noise) or --towards "
      "{}infinity (as {} grows: a number of samples in any unit)",
      name_of_input(request.file), shown(factor.name), *least, *most, shown(request.law), name,
      factor.name, name, factor.name));
}

const std::vector<double>& sizes_of(const Factor& factor, const CheckRequest& request,
                                    const NumericTable& table) {
  const auto column = std::find(request.sizes.begin(), request.sizes.end(), factor.name);
  return table.columns[static_cast<std::size_t>(column - request.sizes.begin())];
}

/// Asks where the limit is not said and always matters: a one-sided law means opposite exponents in
/// the two limits, whatever the unit of its sizes; and a size below 1 is most often a small
/// parameter.
void require_limits(const CheckRequest& request, const PowerLaw& law, const NumericTable& table) {
  for (const Factor& factor : law.factors) {
    const auto& sizes = sizes_of(factor, request, table);
    const bool plain =
        law.relation == Relation::theta && *std::min_element(sizes.begin(), sizes.end()) >= 1;
    if (!factor.towards && !plain) throw which_limit(request, factor, sizes);
  }
}

/// What is decided from: trials, or published means with their errors.
struct Evidence {
  std::vector<PointTrials> trials;
  std::optional<Statistics> means;
};

Verdict decide_from(const Prediction& prediction, const Evidence& evidence, double alpha) {
  if (evidence.means) return decide_power_law(prediction, Polarity::exact, *evidence.means, alpha);
  return decide(prediction, Polarity::exact, evidence.trials, alpha);
}

/// Asks where the limit is not said and the other one would turn the verdict round.
void require_same_verdict(const CheckRequest& request, const Prediction& prediction,
                          const NumericTable& table, const Evidence& evidence, Outcome outcome) {
  if (outcome == Outcome::inconclusive) return;
  for (const Factor& factor : std::get<PowerLaw>(prediction.kind()).factors) {
    if (factor.towards) continue;
    Prediction other(prediction);
    other.towards(Towards::zero, factor.name);
    const Outcome turned = decide_from(other, evidence, request.alpha).outcome;
    if (turned != Outcome::inconclusive && turned != outcome) {
      throw which_limit(request, factor, sizes_of(factor, request, table));
    }
  }
}

RowChoice choice_of(const CheckRequest& request) {
  RowChoice choice{.where = {}, .skip_missing = request.skip_missing};
  for (const std::string& text : request.where) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign == 0) {
      throw InputError(
          fmt::format("--where: {} is no choice of rows, expected COLUMN=TEXT", shown(text)));
    }
    choice.where.push_back({text.substr(0, sign), text.substr(sign + 1)});
  }
  return choice;
}

NumericTable table_of(const CheckRequest& request) {
  const std::string text = read_text(request.file);
  return within_bounds(request, read_columns(text, name_of_input(request.file), columns_of(request),
                                             choice_of(request)));
}

Evidence evidence_of(const CheckRequest& request, const NumericTable& table) {
  if (!request.standard_error) return {trials_of(request, table), std::nullopt};
  require_sizes(request, table);
  return {{}, published(request, table)};
}

Towards limit_of(const Factor& factor) { return factor.towards.value_or(Towards::infinity); }

/// What to say of limits that were taken for granted.
std::string limits_text(const Prediction& prediction) {
  const auto& factors = std::get<PowerLaw>(prediction.kind()).factors;
  std::string text;
  for (const Factor& factor : factors) {
    if (factor.towards) continue;
    text += fmt::format("  read as {0} -> infinity; if {0} is a small parameter: --towards {1}0\n",
                        factor.name, factors.size() > 1 ? factor.name + "=" : "");
  }
  return text;
}

nlohmann::json number(double value) {
  return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json();
}

std::size_t trials_in(const Verdict& verdict) {
  std::size_t trials = 0;
  for (const PointSummary& point : verdict.points) trials += point.trials;
  return trials;
}

}  // namespace

Prediction prediction_of(const CheckRequest& request) {
  require_numbers(request);
  require_columns_once(request);
  Prediction prediction = parse_power_law(request.law);
  require_agreement(request, std::get<PowerLaw>(prediction.kind()));
  prediction.within(request.band).of(request.summary);
  if (request.up_to_logs) prediction.up_to_logs();
  if (request.correction) prediction.corrected_by(*request.correction, "--correction");
  if (request.period) prediction.with_period(*request.period);
  for (const std::string& limit : request.towards) set_limit(prediction, request, limit);
  return prediction;
}

std::vector<PointTrials> trials_of(const CheckRequest& request, const NumericTable& table) {
  require_positive(request, table);
  require_sizes(request, table);
  const std::size_t axes = request.sizes.size();
  const auto compare = [&](std::size_t a, std::size_t b) {
    for (std::size_t i = 0; i < axes; ++i) {
      if (table.columns[i][a] != table.columns[i][b]) {
        return table.columns[i][a] < table.columns[i][b];
      }
    }
    return false;
  };
  std::vector<std::size_t> order(table.lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), compare);
  std::vector<PointTrials> trials;
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (k == 0 || compare(order[k - 1], order[k])) {
      trials.push_back({point_at(request, table, order[k]), {}});
    }
    trials.back().values.push_back(table.columns[axes][order[k]]);
  }
  return trials;
}

Verdict check(const CheckRequest& request) {
  const Prediction prediction = prediction_of(request);
  const NumericTable table = table_of(request);
  const Evidence evidence = evidence_of(request, table);
  require_limits(request, std::get<PowerLaw>(prediction.kind()), table);
  try {
    Verdict verdict = decide_from(prediction, evidence, request.alpha);
    require_same_verdict(request, prediction, table, evidence, verdict.outcome);
    if (table.skipped > 0) {
      verdict.reason += fmt::format("; {} {} left out for a missing cell", table.skipped,
                                    table.skipped == 1 ? "row is" : "rows are");
    }
    return verdict;
  } catch (const InputError&) {
    throw;
  } catch (const std::exception& problem) {
    throw InputError(fmt::format("{}: {}", name_of_input(request.file), problem.what()));
  }
}

std::string check_text(const CheckRequest& request, const Verdict& verdict) {
  std::string text = fmt::format("{}: {}.\n", name_of(verdict.outcome), verdict.reason);
  const Prediction prediction = prediction_of(request);
  text += fmt::format("  {}, from {} trials at {} design points\n", prediction.describe(),
                      trials_in(verdict), verdict.points.size());
  text += limits_text(prediction);
  for (const Estimate& e : verdict.estimates) {
    text += fmt::format("  exponent of {}: {:.4f}, {:.6g} % interval [{:.4f}, {:.4f}]\n", e.name,
                        e.estimate, 100 * (1 - verdict.alpha), e.lower, e.upper);
  }
  return text;
}

std::string check_json(const CheckRequest& request, const Verdict& verdict) {
  const Prediction prediction = prediction_of(request);
  const auto& factors = std::get<PowerLaw>(prediction.kind()).factors;
  auto exponents = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < verdict.estimates.size(); ++i) {
    const Estimate& e = verdict.estimates[i];
    exponents.push_back({{"name", e.name},
                         {"towards", asymptest::name_of(limit_of(factors[i]))},
                         {"estimate", number(e.estimate)},
                         {"lower", number(e.lower)},
                         {"upper", number(e.upper)},
                         {"predicted", number(e.predicted)},
                         {"band_lower", number(e.band_lower)},
                         {"band_upper", number(e.band_upper)},
                         {"region_lower", number(e.region_lower)},
                         {"region_upper", number(e.region_upper)}});
  }
  const nlohmann::ordered_json json = {{"verdict", name_of(verdict.outcome)},
                                       {"reason", verdict.reason},
                                       {"need", name_of(verdict.need)},
                                       {"alpha", verdict.alpha},
                                       {"prediction", prediction.describe()},
                                       {"exponents", exponents},
                                       {"model", verdict.model},
                                       {"goodness_of_fit", number(verdict.goodness_of_fit)},
                                       {"design_points", verdict.points.size()},
                                       {"trials", trials_in(verdict)}};
  constexpr int indent = 2;
  // Column names may hold bytes that are no UTF-8: replaced rather than refused.
  return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace asymptest::cli
