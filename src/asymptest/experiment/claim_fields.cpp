#include "asymptest/experiment/claim_fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "asymptest/experiment/formula/expression.hpp"
#include "asymptest/experiment/measure_fields.hpp"
#include "asymptest/experiment/prediction_fields.hpp"
#include "asymptest/experiment/sweep_fields.hpp"

namespace asymptest {
namespace {

Source read_source(const Fields& fields) {
  if (fields.is_text("source")) return {*fields.text("source"), ""};
  const Fields table = fields.required_table("source");
  table.only({"citation", "place"});
  return {table.required_text("citation"), table.text("place").value_or("")};
}

Expectation read_expectation(const Fields& fields) {
  auto table = fields.table("expect");
  if (!table) return {};
  table->only({"near", "tolerance", "below", "above", "factor", "because"});
  Expectation expect{.factor = table->text("factor").value_or("")};
  if (const auto centre = table->number("near")) {
    const double tolerance = table->required_number("tolerance");
    expect = near(*centre, tolerance, expect.factor);
  }
  if (const auto upper = table->number("below")) expect.upper = *upper;
  if (const auto lower = table->number("above")) expect.lower = *lower;
  expect.reason = table->text("because").value_or("");
  if (!(expect.lower < expect.upper)) {
    fields.refuse("expect",
                  fmt::format("is the empty range from {} to {}, expected the larger last",
                              expect.lower, expect.upper));
  }
  return expect;
}

Budget read_budget(const Fields& fields, const Sweep& sweep, Sizes sizes) {
  Budget budget;
  auto table = fields.table("budget");
  if (!table) return budget;
  if (sizes == Sizes::elsewhere) {
    fields.refuse("budget", "stands beside finished runs, which are all that there is to look at");
  }
  table->only({"first", "quick", "standard", "full", "cost"});
  budget.first = table->whole_number("first", 1).value_or(budget.first);
  budget.quick = table->whole_number("quick", 1).value_or(budget.quick);
  budget.standard =
      table->whole_number("standard", 1).value_or(std::max(budget.standard, budget.quick));
  budget.full = table->whole_number("full", 1).value_or(std::max(budget.full, budget.standard));
  if (const auto cost = table->text("cost")) {
    std::vector<std::string> axes;
    for (const Axis& one : sweep.axes) axes.push_back(one.name());
    table->within("cost", [&] { budget.cost = parse_expression(*cost, axes); });
  }
  return budget;
}

Control read_control(const Fields& fields, MeasureReading& reading) {
  fields.only({"name", "breaks", "expect", "harmless", "stopped_by", "remark", "sweep", "predict"},
              program_keys);
  Control control{.name = fields.required_text("name")};
  if (!is_plain_name(control.name)) {
    fields.refuse_value("name", "lower case, digits and dashes");
  }
  control.harmless = fields.flag("harmless");
  control.stopped_by = read_polarity(fields, "stopped_by");
  control.breaks = fields.text("breaks").value_or("");
  const auto& assumes = reading.claim.assumes;
  const bool breaks_none = control.harmless || (control.stopped_by && control.breaks.empty());
  if (!breaks_none && std::find(assumes.begin(), assumes.end(), control.breaks) == assumes.end()) {
    fields.refuse_value("breaks", "one of the claim's assumes, word for word");
  }
  control.expect = read_expectation(fields);
  control.remark = fields.text("remark").value_or("");
  if (auto sweep = fields.table("sweep")) {
    control.sweep = read_sweep(*sweep, reading.sizes());
  }
  std::string law = reading.law;
  if (auto predict = fields.table("predict")) {
    control.predict =
        read_prediction(*predict, control.sweep.value_or(reading.claim.sweep), reading.sizes());
    law = undescribed_in(*predict);
  }
  read_measuring_of(fields, reading, control);
  control.fingerprint += law;
  return control;
}

}  // namespace

Claim read_claim(const Fields& fields, ProgramsOfFile& programs) {
  fields.only({"id", "title", "statement", "source", "assumes", "sweep", "measure", "predict",
               "budget", "controls", "corrected_by", "expect", "remark"});
  Claim claim{.predict = theta({{"", 1}})};
  claim.id = fields.required_text("id");
  if (!is_claim_id(claim.id)) {
    fields.refuse_value("id", "topic/name in lower case, digits and dashes: 'mine/width'");
  }
  claim.title = fields.required_text("title");
  claim.statement = fields.required_text("statement");
  claim.source = read_source(fields);
  claim.assumes = fields.texts("assumes");
  const Fields measure = fields.required_table("measure");
  const Sizes sizes = measure.has("runs") ? Sizes::elsewhere : Sizes::here;
  claim.sweep = read_sweep(fields.required_table("sweep"), sizes);
  claim.predict = read_prediction(fields.required_table("predict"), claim.sweep, sizes);
  claim.budget = read_budget(fields, claim.sweep, sizes);
  claim.corrected_by = fields.text("corrected_by").value_or("");
  claim.expect = read_expectation(fields);
  claim.remark = fields.text("remark").value_or("");
  claim.file = fields.file();
  claim.declared_at = fmt::format("{}:{}", fields.file(), fields.line());
  MeasureReading reading{claim, {}, programs, undescribed_in(*fields.table("predict"))};
  read_measure(measure, reading);
  for (const Fields& control : fields.tables("controls")) {
    claim.controls.push_back(read_control(control, reading));
  }
  fields.within("id", [&] { validate(claim); });
  return claim;
}

}  // namespace asymptest
