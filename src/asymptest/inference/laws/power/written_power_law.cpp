#include "asymptest/inference/laws/power/written_power_law.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "asymptest/inference/sample/written/missing_rows.hpp"
#include "asymptest/inference/sample/written/rounding.hpp"

namespace asymptest {
namespace {

constexpr std::string_view digits = "values written with more digits would decide";
constexpr std::string_view rows = "the missing rows, as ";

bool is_changed(const Statistics& a, const Statistics& b) {
  return !std::equal(
      a.points.begin(), a.points.end(), b.points.begin(),
      [](const PointStatistic& p, const PointStatistic& q) { return p.error == q.error; });
}

// The coarsest step, relative to its value, and where it is.
std::string coarsest(std::span<const PointTrials> trials, const Statistics& statistics) {
  const auto steps = steps_of(trials);
  std::size_t worst = 0;
  const auto relative = [&](std::size_t i) {
    return steps[i] / std::exp(statistics.points[i].log_value);
  };
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (relative(i) > relative(worst)) worst = i;
  }
  return fmt::format("steps of {:.3g}, {:.3g} % of the value at {}", steps[worst],
                     100 * relative(worst), trials[worst].at.key());
}

void withhold_for(Verdict& verdict, const MissingRows& missing) {
  constexpr std::size_t most = 4;
  const std::size_t shown = std::min(most, missing.points.size());
  const std::string_view would_be = name_of(verdict.outcome);
  verdict.reason += fmt::format(
      "; rows are missing at {}{}, where values come near {:.4g}, the {} of all, as those of {} "
      "do: "
      "what is left is biased",
      fmt::join(missing.points.begin(), missing.points.begin() + static_cast<std::ptrdiff_t>(shown),
                ", "),
      shown < missing.points.size() ? " and more" : "", missing.bound,
      missing.above ? "largest" : "smallest",
      missing.above ? "time-outs that were left out" : "values below what can be measured");
  if (verdict.outcome != Outcome::inconclusive) {
    verdict.reason += fmt::format("; it would be {} if none were", would_be);
  }
  verdict.outcome = Outcome::inconclusive;
  verdict.need = Need::more_trials;
  verdict.asked_for = fmt::format("{}{}, with the median, or the sizes without gaps, would decide",
                                  rows, missing.above ? "'>60' or 'timeout'" : "'<1e-6'");
}

}  // namespace

bool asks_for_rows(const Verdict& verdict) {
  return verdict.asked_for == digits || verdict.asked_for.starts_with(rows);
}

bool is_of_own_data(const PowerLaw& law) {
  return law.may_hide_terms && law.factors.size() == 1 && !law.paired;
}

Verdict decide_written(std::span<const PointTrials> trials, const Statistics& statistics,
                       const std::function<Verdict(const Statistics&)>& decide) {
  const Statistics rounded = with_rounding(statistics, trials);
  Verdict verdict = decide(rounded);
  if (is_changed(statistics, rounded)) {
    verdict.reason += fmt::format("; the values are written in {}, half of which is in the errors",
                                  coarsest(trials, statistics));
    const Verdict finer = decide(statistics);
    if (verdict.outcome == Outcome::inconclusive && finer.outcome != verdict.outcome) {
      verdict.asked_for = digits;
    }
  }
  if (const auto missing = missing_rows(trials)) withhold_for(verdict, *missing);
  return verdict;
}

}  // namespace asymptest
