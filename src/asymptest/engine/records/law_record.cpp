#include "asymptest/engine/records/law_record.hpp"

#include <algorithm>
#include <cmath>
#include <exception>

namespace asymptest {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// What the law says of a point, where it says so at all. Left NaN where it throws: the record is
/// made even of a claim whose law fails.
template <typename Law>
void fill_prediction(PointRecord& record, const Law& law, const Point& at) {
  try {
    if constexpr (requires { regressors_of(law, at); }) {
      record.regressors.assign(record_of(law).factors.size(), not_a_number);
      record.regressors = regressors_of(law, at);
    }
    if constexpr (requires { predicted_by(law, at); }) record.predicted = predicted_by(law, at);
  } catch (const std::exception&) {
    return;
  }
}

/// The quantile at `level` of sorted values, interpolated linearly; NaN of none.
double quantile(std::span<const double> sorted, double level) {
  if (sorted.empty()) return not_a_number;
  const double position = level * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], position - static_cast<double>(below));
}

void fill_summary(PointRecord& record, const std::vector<PointSummary>& summaries) {
  const auto found = std::find_if(summaries.begin(), summaries.end(),
                                  [&](const PointSummary& one) { return one.at == record.at; });
  if (found == summaries.end()) return;
  record.judged = true;
  record.summary = found->summary;
  record.lower = found->lower;
  record.upper = found->upper;
  record.fitted = found->fitted;
}

void fill_spread(PointRecord& record, std::vector<double> values) {
  std::erase_if(values, [](double value) { return !std::isfinite(value); });
  std::sort(values.begin(), values.end());
  record.smallest = quantile(values, 0);
  record.lower_decile = quantile(values, 0.1);
  record.median = quantile(values, 0.5);
  record.upper_decile = quantile(values, 0.9);
  record.largest = quantile(values, 1);
}

}  // namespace

LawRecord law_record(const Prediction& prediction) {
  return std::visit([](const auto& law) { return record_of(law); }, prediction.kind());
}

std::vector<PointRecord> point_records(const Prediction& prediction,
                                       std::span<const PointTrials> trials,
                                       const Verdict& verdict) {
  std::vector<PointRecord> records;
  records.reserve(trials.size());
  for (const PointTrials& point : trials) {
    PointRecord record{.at = point.at, .trials = static_cast<std::int64_t>(point.values.size())};
    std::visit([&](const auto& law) { fill_prediction(record, law, point.at); }, prediction.kind());
    fill_summary(record, verdict.points);
    fill_spread(record, point.values);
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace asymptest
