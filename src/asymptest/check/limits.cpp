#include "asymptest/check/limits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"

namespace asymptest::cli {
namespace {

/// A factor's values at the design points.
std::vector<double> values_of(const Factor& factor, const Evidence& evidence) {
  std::vector<double> values;
  if (evidence.summaries) {
    for (const PointStatistic& point : evidence.summaries->points) {
      values.push_back(factor.at(point.at));
    }
  } else {
    for (const PointTrials& point : evidence.trials) values.push_back(factor.at(point.at));
  }
  return values;
}

/// The question which limit a factor's law speaks of.
InputError which_limit(const CheckRequest& request, const PowerLaw& law, const Factor& factor,
                       const std::vector<double>& values) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const std::string name = law.factors.size() > 1 ? factor.name + "=" : "";
  return InputError(fmt::format(
      "{}: column {} runs from {:.6g} to {:.6g}, which doesn't tell the limit that {} speaks of: "
      "expected --towards {}0 (as {} shrinks: a step, a radius, a noise) or --towards "
      "{}infinity (as {} grows: a number of samples in any unit)",
      name_of_input(request.file), shown(factor.name), *least, *most, shown(request.law), name,
      factor.name, name, factor.name));
}

}  // namespace

void require_limits(const CheckRequest& request, const Prediction& prediction,
                    const Evidence& evidence) {
  const auto* law = std::get_if<PowerLaw>(&prediction.kind());
  if (law == nullptr) return;
  for (const Factor& factor : law->factors) {
    const auto values = values_of(factor, evidence);
    const bool plain =
        law->relation == Relation::theta && *std::min_element(values.begin(), values.end()) >= 1;
    if (!factor.towards && !plain) throw which_limit(request, *law, factor, values);
  }
}

void require_same_verdict(const CheckRequest& request, const Prediction& prediction,
                          const Evidence& evidence, Outcome outcome, const Decide& decide) {
  const auto* law = std::get_if<PowerLaw>(&prediction.kind());
  if (law == nullptr || outcome == Outcome::inconclusive) return;
  for (const Factor& factor : law->factors) {
    if (factor.towards) continue;
    Prediction other(prediction);
    other.towards(Towards::zero, factor.name);
    const Outcome turned = decide(other);
    if (turned != Outcome::inconclusive && turned != outcome) {
      throw which_limit(request, *law, factor, values_of(factor, evidence));
    }
  }
}

std::string limits_text(const Prediction& prediction) {
  const auto* law = std::get_if<PowerLaw>(&prediction.kind());
  if (law == nullptr) return "";
  std::string text;
  for (const Factor& factor : law->factors) {
    if (factor.towards) continue;
    text += fmt::format("  read as {0} -> infinity; if {0} is a small parameter: --towards {1}0\n",
                        factor.name, law->factors.size() > 1 ? factor.name + "=" : "");
  }
  return text;
}

}  // namespace asymptest::cli
