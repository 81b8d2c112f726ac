#include "asymptest/experiment/measure_fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "asymptest/experiment/program/finished_runs.hpp"

namespace asymptest {
namespace {

/// The trials of a file, whose design points are the sweep. No look sees more trials than the
/// design point with the fewest has.
Trial trial_of_runs(const Fields& fields, const Program& program, Sweep& sweep, Budget& budget) {
  std::vector<std::string> axes;
  for (const Axis& one : sweep.axes) axes.push_back(one.name());
  RunsOfFile runs;
  fields.within(fields.has("runs") ? "runs" : "parameters", [&] {
    runs = read_runs({program.folder, program.runs, program.value, program.parameters}, axes);
  });
  sweep.points = runs.points;
  budget.first = std::min(budget.first, runs.fewest());
  budget.quick = budget.standard = budget.full = budget.first;
  return trial_of(std::move(runs));
}

/// Declares the law's trials as paired, if their seeds are.
void pair_trials(const Fields& fields, const Program& program, Prediction& law) {
  if (!program.paired_seeds) return;
  fields.within(fields.has("seeds") ? "seeds" : "", [&law] { law.paired(); });
}

std::string described(const Program& program) {
  if (!program.runs_of.empty()) return fmt::format("Read from the runs of {}.", program.runs_of);
  return program.runs.empty() ? fmt::format("Measured by `{}`.", fmt::join(program.words, " "))
                              : fmt::format("Finished runs of `{}`.", program.runs);
}

}  // namespace

std::optional<Polarity> read_polarity(const Fields& fields, const std::string& key) {
  auto name = fields.text(key);
  if (!name) return std::nullopt;
  std::replace(name->begin(), name->end(), '_', ' ');
  Polarity polarity{};
  fields.within(key, [&] { polarity = parse_polarity(*name); });
  return polarity;
}

void read_measure(const Fields& fields, MeasureReading& reading) {
  fields.only({"what", "polarity", "revision", "runs_of"}, program_keys);
  Claim& claim = reading.claim;
  claim.measure.polarity = read_polarity(fields, "polarity").value_or(claim.measure.polarity);
  claim.revision = static_cast<int>(fields.whole_number("revision", 1).value_or(1));
  std::optional<Program> shared;
  if (fields.has("runs_of")) shared = program_of_runs(fields, reading.programs);
  Program& program = reading.program = read_program(fields, shared, reading.programs);
  add_program(claim.id, program, reading.programs);
  pair_trials(fields, program, claim.predict);
  claim.measure.what = fields.required_text("what");
  claim.remark += (claim.remark.empty() ? "" : " ") + described(program);
  if (program.runs.empty()) {
    require_known_places(fields, program, claim.sweep);
    claim.measure.trial = trial_by(program, claim.id, "");
  } else {
    claim.budget.first = std::numeric_limits<std::int64_t>::max();
    claim.measure.trial = trial_of_runs(fields, program, claim.sweep, claim.budget);
  }
  claim.fingerprint = fingerprint_of(program) + reading.law;
}

void read_measuring_of(const Fields& fields, MeasureReading& reading, Control& control) {
  const Claim& claim = reading.claim;
  const Program program = read_program(fields, reading.program, reading.programs);
  if (program.runs.empty() != reading.program.runs.empty()) {
    fields.refuse(
        "", "is measured in another way than its claim, expected finished runs of both or of none");
  }
  if (program.paired_seeds != reading.program.paired_seeds) {
    fields.refuse("seeds", "are not as its claim's, expected both paired or both independent");
  }
  if (control.predict) pair_trials(fields, program, *control.predict);
  if (program.runs.empty()) {
    require_known_places(fields, program, control.sweep ? *control.sweep : claim.sweep);
    control.trial = trial_by(program, claim.id, control.name);
  } else {
    if (!control.sweep) control.sweep = claim.sweep;
    control.trial = trial_of_runs(fields, program, *control.sweep, reading.claim.budget);
  }
  control.fingerprint = fingerprint_of(program);
}

}  // namespace asymptest
