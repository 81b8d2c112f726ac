#include "asymptest/engine/law_record.hpp"

#include <algorithm>
#include <cmath>
#include <exception>

namespace asymptest {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::string name_of(Summary summary) {
  constexpr const char* names[] = {"mean", "median", "geometric mean"};
  return names[static_cast<int>(summary)];
}

LawRecord record_of(const PowerLaw& law) {
  constexpr const char* relations[] = {"theta", "at_most", "at_least"};
  LawRecord record{.kind = "power law",
                   .relation = relations[static_cast<int>(law.relation)],
                   .summary = name_of(law.summary),
                   .up_to_logs = law.up_to_logs};
  for (const Factor& factor : law.factors) record.factors.push_back({factor.name, factor.exponent});
  return record;
}

LawRecord record_of(const ExponentialDecay& law) {
  return {.kind = "exponential decay",
          .relation = "at_most",
          .summary = name_of(law.summary),
          .factors = {{law.axis, -law.rate}}};
}

LawRecord record_of(const ValueLaw& law) {
  return {.kind = "value", .relation = "theta", .summary = name_of(law.summary)};
}

LawRecord record_of(const Always& law) {
  LawRecord record{.kind = "always"};
  if (law.lower) record.lower = *law.lower;
  if (law.upper) record.upper = *law.upper;
  return record;
}

LawRecord record_of(const Shape& law) {
  constexpr const char* names[] = {"increasing", "decreasing", "peak", "valley", "descents"};
  LawRecord record{.kind = "shape",
                   .relation = names[static_cast<int>(law.kind)],
                   .summary = name_of(law.summary),
                   .factors = {{law.axis, 0}}};
  if (law.kind == Shape::Kind::peak || law.kind == Shape::Kind::valley) {
    record.location = law.location;
  }
  return record;
}

/// NaN where the function throws: the record is made even of a claim whose law fails.
template <typename Function>
double value_or_nan(const Function& function, const Point& at) {
  try {
    return function(at);
  } catch (const std::exception&) {
    return not_a_number;
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
                                       std::span<const PointTrials> trials) {
  std::vector<PointRecord> records;
  records.reserve(trials.size());
  for (const PointTrials& point : trials) {
    PointRecord record{.point = point.at.key(),
                       .trials = static_cast<std::int64_t>(point.values.size())};
    if (const auto* law = std::get_if<PowerLaw>(&prediction.kind())) {
      for (const Factor& factor : law->factors) {
        record.regressors.push_back(
            value_or_nan([&](const Point& at) { return factor.at(at); }, point.at));
      }
    }
    if (const auto* law = std::get_if<ValueLaw>(&prediction.kind())) {
      record.predicted = value_or_nan(law->curve, point.at);
    }
    fill_spread(record, point.values);
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace asymptest
