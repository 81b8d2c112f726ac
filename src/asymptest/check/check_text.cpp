#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "asymptest/check/check.hpp"
#include "asymptest/check/limits.hpp"

namespace asymptest::cli {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

Json or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(); }

std::size_t trials_in(const Verdict& verdict) {
  std::size_t trials = 0;
  for (const PointSummary& point : verdict.points) trials += point.trials;
  return trials;
}

/// "exponent of N": what an estimate is of.
std::string quantity_in(const Prediction& prediction, const Estimate& estimate) {
  return std::visit([&](const auto& law) { return quantity_of(law, estimate.name); },
                    prediction.kind());
}

Json estimate_json(const CheckAnswer& answer, std::size_t index) {
  const Estimate& e = answer.verdict.estimates[index];
  Json json = {{"name", e.name}};
  if (const auto* law = std::get_if<PowerLaw>(&answer.prediction.kind())) {
    const Towards limit = law->factors[index].towards.value_or(Towards::infinity);
    json["towards"] = asymptest::name_of(limit);
  } else {
    json["quantity"] = quantity_in(answer.prediction, e);
  }
  json.update({{"estimate", number(e.estimate)},
               {"lower", number(e.lower)},
               {"upper", number(e.upper)},
               {"predicted", number(e.predicted)},
               {"band_lower", number(e.band_lower)},
               {"band_upper", number(e.band_upper)},
               {"region_lower", number(e.region_lower)},
               {"region_upper", number(e.region_upper)}});
  return json;
}

}  // namespace

std::string check_text(const CheckAnswer& answer) {
  const Verdict& verdict = answer.verdict;
  std::string text = fmt::format("{}: {}.\n", name_of(verdict.outcome), whole_reason(verdict));
  text += fmt::format("  {}, from {} trials at {} design points\n", answer.prediction.describe(),
                      trials_in(verdict), verdict.points.size());
  if (!answer.format.empty()) text += fmt::format("  read with {}\n", answer.format);
  text += limits_text(answer.prediction);
  text += window_text(answer.window);
  const bool is_power_law = std::holds_alternative<PowerLaw>(answer.prediction.kind());
  for (const Estimate& e : verdict.estimates) {
    const auto shown_as = [&](double value) {
      return is_power_law ? fmt::format("{:.4f}", value) : fmt::format("{:.6g}", value);
    };
    text += fmt::format("  {}: {}, {:.6g} % interval [{}, {}]\n", quantity_in(answer.prediction, e),
                        shown_as(e.estimate), 100 * (1 - verdict.alpha), shown_as(e.lower),
                        shown_as(e.upper));
  }
  return text;
}

std::string check_json(const CheckAnswer& answer) {
  const Verdict& verdict = answer.verdict;
  const bool is_power_law = std::holds_alternative<PowerLaw>(answer.prediction.kind());
  auto estimates = Json::array();
  for (std::size_t i = 0; i < verdict.estimates.size(); ++i) {
    estimates.push_back(estimate_json(answer, i));
  }
  const Json json = {{"verdict", name_of(verdict.outcome)},
                     {"reason", whole_reason(verdict)},
                     {"asked_for", verdict.asked_for},
                     {"need", name_of(verdict.need)},
                     {"alpha", verdict.alpha},
                     {"prediction", answer.prediction.describe()},
                     {is_power_law ? "exponents" : "estimates", estimates},
                     {"model", verdict.model},
                     {"goodness_of_fit", number(verdict.goodness_of_fit)},
                     {"design_points", verdict.points.size()},
                     {"trials", trials_in(verdict)},
                     {"local_exponents", answer.window.slopes},
                     {"steady_from", or_null(answer.window.from)},
                     {"steady_up_to", or_null(answer.window.up_to)},
                     {"format", answer.format}};
  constexpr int indent = 2;
  // Column names may hold bytes that are no UTF-8: replaced rather than refused.
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace asymptest::cli
