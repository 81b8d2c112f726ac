#include "commands/measure_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/report/write_file.hpp"
#include "commands/measure_figure.hpp"
#include "commands/measure_text.hpp"
#include "commands/measured_data.hpp"

namespace asymptest::cli {
namespace {

using Json = nlohmann::ordered_json;
using learning::CoveringCurve;
using learning::CoveringValue;
using learning::DimensionEstimate;

struct MeasureArguments {
  std::filesystem::path data, svg;
  std::string label;
  std::vector<int> neighbours{3, 5, 10, 20};
  int jobs = learning::processor_count();
  bool json = false;
};

/// One group's result, in all its forms.
struct MeasuredResult {
  Json json;
  std::string text;
  report::Figure figure;
};

Json measured_json(const CoveringValue& value) {
  return {{"value", value.value}, {"lower", value.lower}, {"upper", value.upper}};
}

Json measured_json(const std::vector<DimensionEstimate>& estimates) {
  Json list = Json::array();
  for (const DimensionEstimate& e : estimates) {
    list.push_back({{"method", e.method},
                    {"k", e.k},
                    {"dimension", e.interval.dimension},
                    {"lower", e.interval.lower},
                    {"upper", e.interval.upper},
                    {"points", e.points}});
  }
  return list;
}

MeasuredResult measure_dimension(const MeasureArguments& arguments, const MeasuredGroup& group) {
  const auto estimates =
      learning::dimension_estimates(group.data.points, arguments.neighbours, arguments.jobs);
  std::vector<IntervalRow> rows;
  for (const DimensionEstimate& e : estimates) {
    rows.push_back({fmt::format("{}, k = {}", e.method, e.k), e.interval.dimension,
                    e.interval.lower, e.interval.upper});
    if (e.points < group.data.points.cols()) rows.back().name += " *";
  }
  std::string text = interval_table(rows);
  if (std::any_of(rows.begin(), rows.end(), [](const auto& r) { return r.name.ends_with('*'); })) {
    text += fmt::format("  * on {} of the points\n", learning::most_correlation_points);
  }
  return {{{"estimates", measured_json(estimates)}},
          text,
          dimension_figure(description_of(group), estimates)};
}

/// −factor/β for a value of β, which is negative on a set of a finite dimension.
CoveringValue scaled(const CoveringValue& exponent, double factor) {
  return {-factor * exponent.value, -factor * exponent.upper, -factor * exponent.lower};
}

CoveringValue dimension_of(const CoveringValue& exponent) {
  const double infinite = std::numeric_limits<double>::infinity();
  return {-1 / exponent.value, -1 / exponent.lower,
          exponent.upper < 0 ? -1 / exponent.upper : infinite};
}

IntervalRow row_of(const std::string& name, const CoveringValue& value) {
  return {name, value.value, value.lower, value.upper};
}

MeasuredResult measure_covering(const MeasureArguments& arguments, const MeasuredGroup& group) {
  const CoveringCurve curve = learning::covering_curve(group.data.points, arguments.jobs);
  Json list = Json::array();
  std::vector<IntervalRow> rows;
  for (std::size_t j = 0; j < curve.samples.size(); ++j) {
    Json entry{{"samples", curve.samples[j]}};
    entry.update(measured_json(curve.distances[j]));
    list.push_back(std::move(entry));
    rows.push_back(row_of(fmt::format("N = {}", curve.samples[j]), curve.distances[j]));
  }
  const CoveringValue dimension = dimension_of(curve.exponent);
  const CoveringValue nearest = scaled(curve.exponent, 2), linear = scaled(curve.exponent, 4);
  std::string text =
      fmt::format("  mean distance of {} held-out points to the nearest of N\n", curve.held_out) +
      interval_table(rows);
  const std::pair<const char*, CoveringValue> summary[] = {{"exponent", curve.exponent},
                                                           {"dimension -1/exponent", dimension},
                                                           {"1-NN error, 2/d", nearest},
                                                           {"linear pieces, 4/d", linear}};
  for (const auto& [name, value] : summary) {
    text += fmt::format("  {:<22}{:>9.4g}  [{:.4g}, {:.4g}]\n", name, value.value, value.lower,
                        value.upper);
  }
  return {{{"covering", list},
           {"held_out", curve.held_out},
           {"exponent", measured_json(curve.exponent)},
           {"dimension", measured_json(dimension)},
           {"scaling",
            {{"nearest_neighbour", measured_json(nearest)},
             {"piecewise_linear", measured_json(linear)}}}},
          text,
          covering_figure(description_of(group), curve)};
}

Json description_in_json(const MeasuredGroup& group) {
  return {{"points", group.size},
          {"coordinates", group.data.points.rows()},
          {"copies", group.data.copies},
          {"not_finite", group.data.not_finite.size()},
          {"constant_coordinates", group.data.constant_coordinates}};
}

/// The message of a measurement that failed, with the group that it failed for.
MeasuredResult measured_or_named(const MeasureArguments& arguments, const MeasuredGroup& group,
                                 MeasuredResult (*measure)(const MeasureArguments&,
                                                           const MeasuredGroup&)) {
  try {
    return measure(arguments, group);
  } catch (const std::invalid_argument& problem) {
    throw InputError(
        fmt::format("{}: {}: {}", arguments.data.string(), description_of(group), problem.what()));
  }
}

int measure_data(MeasureArguments arguments,
                 MeasuredResult (*measure)(const MeasureArguments&, const MeasuredGroup&)) {
  std::sort(arguments.neighbours.begin(), arguments.neighbours.end());
  Json json;
  for (const MeasuredGroup& group :
       groups_of(learning::load_data(arguments.data, arguments.label))) {
    const bool whole = group.label.empty();
    MeasuredResult result = measured_or_named(arguments, group, measure);
    if (whole && !arguments.svg.empty()) {
      report::write_file(arguments.svg, report::as_file(result.figure));
    }
    if (!arguments.json) fmt::print("{}\n{}", description_of(group), result.text);
    Json found = description_in_json(group);
    if (!whole) found["label"] = group.label;
    found.update(result.json);
    if (whole) {
      json = std::move(found);
    } else {
      json["labels"].push_back(std::move(found));
    }
  }
  if (arguments.json) fmt::print("{}\n", json.dump(2));
  return as_expected;
}

void add_measurement(Command parent, const char* name, const char* help, int& exit_code,
                     MeasuredResult (*measure)(const MeasureArguments&, const MeasuredGroup&)) {
  const Command command = parent.add_subcommand(name, help);
  const auto arguments = std::make_shared<MeasureArguments>();
  command.add_option("DATA", arguments->data, "IDX, NPY or CSV file, plain or gzipped").required();
  if (measure == measure_dimension) {
    command.add_option("--k", arguments->neighbours, "Numbers of neighbours [3,5,10,20]")
        .delimiter(',')
        .within(2, 1000000);
  }
  command.add_option("--label", arguments->label,
                     "Measure each class too: a file of labels, or a column of the CSV file");
  command.add_option("--svg", arguments->svg, "Write the figure of the whole data set");
  command.add_option("--jobs", arguments->jobs, "Threads [all cores]").above_zero();
  command.add_flag("--json", arguments->json, "One JSON object");
  command.callback(
      [arguments, measure, &exit_code] { exit_code = measure_data(*arguments, measure); });
}

}  // namespace

void add_measure_command(Command app, int& exit_code) {
  const Command command =
      app.add_subcommand("measure", "Measure a data set: its dimension, its covering");
  command.require_subcommand();
  add_measurement(command, "dimension", "Intrinsic dimension by four estimators, over scales",
                  exit_code, measure_dimension);
  add_measurement(command, "covering", "Distance to the nearest of N points, and its exponent",
                  exit_code, measure_covering);
}

}  // namespace asymptest::cli
