#include "asymptest/check/rows/proportions.hpp"

#include <fmt/format.h>

#include <cmath>

#include "asymptest/check/rows/check_table.hpp"

namespace asymptest::cli {
namespace {

constexpr double most_trials = 1e7;
constexpr double from_whole = 0.05;

double count_in(const CheckRequest& request, const NumericTable& table, std::size_t row) {
  const double count = table.columns.back()[row];
  if (!(count >= 1 && count <= most_trials) || count != std::floor(count)) {
    refuse_number(request, table, row, *request.errors.trials, count,
                  "a whole number of trials, from 1 to 10^7");
  }
  return count;
}

double successes_in(const CheckRequest& request, const NumericTable& table, std::size_t row,
                    double count) {
  const double share = table.columns[request.sizes.size()][row];
  if (!(share >= 0 && share <= 1)) {
    refuse_number(request, table, row, request.value, share, "a proportion in [0, 1]");
  }
  const double successes = std::round(share * count);
  if (std::abs(share * count - successes) > from_whole) {
    refuse_number(
        request, table, row, request.value, share,
        fmt::format("that of a whole number of {} trials, which {} is not (--let 'share = "
                    "events/trials' computes it from counts)",
                    count, share * count));
  }
  return successes;
}

}  // namespace

NumericTable trials_of_proportions(const CheckRequest& request, const NumericTable& table) {
  NumericTable trials = table;
  for (auto& column : trials.columns) column.clear();
  trials.lines.clear();
  trials.columns.pop_back();
  const std::size_t axes = request.sizes.size();
  for (std::size_t row = 0; row < table.lines.size(); ++row) {
    const double count = count_in(request, table, row);
    const double successes = successes_in(request, table, row, count);
    if (static_cast<double>(trials.lines.size()) + count > most_trials) {
      refuse_number(request, table, row, *request.errors.trials, count,
                    "10^7 trials in all rows together at most");
    }
    const auto more = static_cast<std::size_t>(count);
    for (std::size_t i = 0; i < axes; ++i) {
      trials.columns[i].insert(trials.columns[i].end(), more, table.columns[i][row]);
    }
    auto& values = trials.columns[axes];
    values.insert(values.end(), static_cast<std::size_t>(successes), 1);
    values.insert(values.end(), static_cast<std::size_t>(count - successes), 0);
    trials.lines.insert(trials.lines.end(), more, table.lines[row]);
  }
  return trials;
}

}  // namespace asymptest::cli
