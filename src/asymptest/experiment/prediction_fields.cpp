#include "asymptest/experiment/prediction_fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "asymptest/data/prediction_text.hpp"

namespace asymptest {
namespace {

bool has_axis(const Sweep& sweep, std::string_view name) {
  return std::any_of(sweep.axes.begin(), sweep.axes.end(),
                     [&](const Axis& one) { return one.name() == name; });
}

void require_axes(const Fields& fields, const Prediction& law, const Sweep& sweep) {
  std::vector<std::string> names;
  for (const Axis& one : sweep.axes) names.push_back(one.name());
  const auto* power_law = std::get_if<PowerLaw>(&law.kind());
  if (power_law == nullptr) return;
  for (const Factor& factor : power_law->factors) {
    if (has_axis(sweep, factor.name)) continue;
    fields.refuse("law", fmt::format("speaks of '{}', expected an axis of the sweep: {}",
                                     factor.name, fmt::join(names, ", ")));
  }
}

Prediction read_law(Fields& fields, const Sweep& sweep) {
  const std::string text = fields.required_text("law");
  std::optional<Prediction> law;
  fields.within("law", [&] { law = cli::parse_power_law(text); });
  require_axes(fields, *law, sweep);
  return *std::move(law);
}

void read_rivals(Fields& fields, Prediction& law) {
  for (Fields& rival : fields.tables("rivals")) {
    law.rival(rival.required_number("value"), rival.text("name").value_or(""));
    rival.finish();
  }
}

Towards towards_named(const Fields& fields, std::string_view key, const std::string& name) {
  if (name == "infinity") return Towards::infinity;
  if (name == "0" || name == "zero") return Towards::zero;
  fields.refuse_value(key, "\"infinity\" or \"0\"");
}

void read_limits(Fields& fields, Prediction& law) {
  if (!fields.is_table("towards")) {
    const auto name = fields.text("towards");
    if (name)
      fields.within("towards", [&] { law.towards(towards_named(fields, "towards", *name)); });
    return;
  }
  Fields limits = *fields.table("towards");
  for (const auto& [factor, value] : limits.named_scalars()) {
    const Towards limit = towards_named(limits, factor, value.text);
    limits.within(factor, [&law, &limit, &factor = factor] { law.towards(limit, factor); });
  }
}

void read_corrections(Fields& fields, Prediction& law) {
  if (auto correction = fields.table("corrected_by")) {
    const double exponent = correction->required_number("exponent");
    const std::string source = correction->text("source").value_or("");
    correction->finish();
    fields.within("corrected_by", [&] { law.corrected_by(exponent, source); });
  }
  if (fields.flag("up_to_logs")) fields.within("up_to_logs", [&] { law.up_to_logs(); });
  if (const auto ratio = fields.number("with_period")) {
    fields.within("with_period", [&] { law.with_period(*ratio); });
  }
}

void read_summary(Fields& fields, Prediction& law) {
  auto name = fields.text("summary");
  if (!name) return;
  std::replace(name->begin(), name->end(), '_', ' ');
  fields.within("summary", [&] { law.of(summary_names.parse(*name)); });
}

}  // namespace

Prediction read_prediction(Fields fields, const Sweep& sweep) {
  Prediction law = read_law(fields, sweep);
  const double band = fields.required_number("within");
  fields.within("within", [&] { law.within(band); });
  law.because(fields.required_text("because"));
  read_rivals(fields, law);
  read_limits(fields, law);
  read_corrections(fields, law);
  read_summary(fields, law);
  if (const auto chance = fields.number("but_for_chance")) {
    fields.within("but_for_chance", [&] { law.but_for_chance(*chance); });
  }
  fields.finish();
  return law;
}

}  // namespace asymptest
