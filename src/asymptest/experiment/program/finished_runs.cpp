#include "asymptest/experiment/program/finished_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "asymptest/claim/failed_trial.hpp"
#include "asymptest/data/input_text.hpp"
#include "asymptest/data/table.hpp"

namespace asymptest {
namespace {

bool is_smaller(const Point& a, const Point& b) {
  const auto by_value = [](const Coordinate& x, const Coordinate& y) { return x.value < y.value; };
  return std::lexicographical_compare(a.coordinates().begin(), a.coordinates().end(),
                                      b.coordinates().begin(), b.coordinates().end(), by_value);
}

Point point_in(const cli::NumericTable& table, std::size_t row,
               const std::vector<std::string>& axes) {
  std::vector<Coordinate> coordinates;
  for (std::size_t i = 0; i < axes.size(); ++i)
    coordinates.push_back({axes[i], table.columns[i][row]});
  return Point(std::move(coordinates));
}

}  // namespace

std::int64_t RunsOfFile::fewest() const {
  const auto least = std::min_element(
      values.begin(), values.end(),
      [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  return least == values.end() ? 0 : std::ssize(least->second);
}

RunsOfFile read_runs(const FinishedRuns& runs, const std::vector<std::string>& axes) {
  const std::string path = (runs.folder / runs.file).string();
  std::vector<std::string> columns = axes;
  columns.push_back(runs.value);
  cli::RowChoice rows;
  for (const auto& [column, value] : runs.parameters) rows.where.push_back({column, value.text});
  const cli::NumericTable table = cli::read_columns(cli::read_text(path), path, columns, rows);
  RunsOfFile read;
  for (std::size_t row = 0; row < table.lines.size(); ++row) {
    Point at = point_in(table, row, axes);
    auto& values = read.values[at.key()];
    if (values.empty()) read.points.push_back(std::move(at));
    values.push_back(table.columns.back()[row]);
  }
  std::sort(read.points.begin(), read.points.end(), is_smaller);
  return read;
}

Trial trial_of(RunsOfFile runs) {
  // One copy of the values, however often the trial's function is copied.
  const auto shared = std::make_shared<const RunsOfFile>(std::move(runs));
  return [shared](const Point& at, Stream& random) {
    const auto values = shared->values.find(at.key());
    const std::size_t count = values == shared->values.end() ? 0 : values->second.size();
    if (random.trial() < count) return values->second[random.trial()];
    throw FailedTrial(
        fmt::format("the file of finished runs has {} trials at {}", count, at.key()));
  };
}

}  // namespace asymptest
