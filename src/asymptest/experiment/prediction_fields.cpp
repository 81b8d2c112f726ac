#include "asymptest/experiment/prediction_fields.hpp"

#include <algorithm>
#include <optional>

#include "asymptest/experiment/formula/law_text.hpp"

namespace asymptest {
namespace {

Prediction read_law(const Fields& fields, const Sweep& sweep) {
  const std::string text = fields.required_text("law");
  std::vector<std::string> axes;
  for (const Axis& one : sweep.axes) axes.push_back(one.name());
  std::optional<Prediction> law;
  fields.within("law", [&] { law = parse_law(text, axes); });
  return *std::move(law);
}

void read_rivals(const Fields& fields, Prediction& law) {
  for (const Fields& rival : fields.tables("rivals")) {
    rival.only({"value", "name"});
    law.rival(rival.required_number("value"), rival.text("name").value_or(""));
  }
}

Towards towards_named(const Fields& fields, std::string_view key, const std::string& name) {
  if (name == "infinity") return Towards::infinity;
  if (name == "0" || name == "zero") return Towards::zero;
  fields.refuse_value(key, "\"infinity\" or \"0\"");
}

void read_limits(const Fields& fields, Prediction& law) {
  if (!fields.is_table("towards")) {
    const auto name = fields.text("towards");
    if (name)
      fields.within("towards", [&] { law.towards(towards_named(fields, "towards", *name)); });
    return;
  }
  const Fields limits = *fields.table("towards");
  for (const auto& [factor, value] : limits.named_scalars()) {
    const Towards limit = towards_named(limits, factor, value.text);
    limits.within(factor, [&law, &limit, &factor = factor] { law.towards(limit, factor); });
  }
}

void read_corrections(const Fields& fields, Prediction& law) {
  if (const auto correction = fields.table("corrected_by")) {
    correction->only({"exponent", "source"});
    const double exponent = correction->required_number("exponent");
    const std::string source = correction->text("source").value_or("");
    fields.within("corrected_by", [&] { law.corrected_by(exponent, source); });
  }
  if (fields.flag("up_to_logs")) fields.within("up_to_logs", [&] { law.up_to_logs(); });
  if (const auto ratio = fields.number("with_period")) {
    fields.within("with_period", [&] { law.with_period(*ratio); });
  }
}

void read_range(const Fields& fields, Prediction& law) {
  if (!fields.has("bounded")) return;
  const std::vector<double> ends = fields.numbers("bounded");
  if (ends.size() != 2) fields.refuse_value("bounded", "the range of a trial, [lower, upper]");
  if (fields.has("summary")) {
    fields.refuse("summary", "stands beside bounded, expected one of them");
  }
  fields.within("bounded", [&] { law.bounded(ends[0], ends[1]); });
}

void read_summary(const Fields& fields, Prediction& law) {
  auto name = fields.text("summary");
  if (!name) return;
  std::replace(name->begin(), name->end(), '_', ' ');
  fields.within("summary", [&] { law.of(summary_names.parse(*name)); });
}

// Nobody knows what runs hide that were there before the claim: they are decided as `check` does.
void read_hidden_terms(const Fields& fields, Sizes sizes, Prediction& law) {
  constexpr std::string_view key = "may_hide_terms";
  const bool by_default = sizes == Sizes::elsewhere && std::holds_alternative<PowerLaw>(law.kind());
  if (!(fields.has(key) ? fields.flag(key) : by_default)) return;
  fields.within(key, [&] { law.may_be_cost().may_begin_early().may_hide_terms(); });
}

}  // namespace

Prediction read_prediction(const Fields& fields, const Sweep& sweep, Sizes sizes) {
  fields.only({"law", "within", "because", "rivals", "towards", "corrected_by", "up_to_logs",
               "may_hide_terms", "with_period", "summary", "bounded", "but_for_chance"});
  Prediction law = read_law(fields, sweep);
  const double band = fields.required_number("within");
  fields.within("within", [&] { law.within(band); });
  law.because(fields.required_text("because"));
  read_rivals(fields, law);
  read_limits(fields, law);
  read_corrections(fields, law);
  read_hidden_terms(fields, sizes, law);
  read_summary(fields, law);
  read_range(fields, law);
  if (const auto chance = fields.number("but_for_chance")) {
    fields.within("but_for_chance", [&] { law.but_for_chance(*chance); });
  }
  return law;
}

std::string undescribed_in(const Fields& fields) {
  const std::string law = fields.required_text("law");
  return law.find("equals") == std::string::npos ? "" : law;
}

}  // namespace asymptest
