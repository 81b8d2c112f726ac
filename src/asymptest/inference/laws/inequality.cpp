#include "asymptest/inference/laws/inequality.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/verdict/polarity_rule.hpp"
#include "asymptest/inference/verdict/region.hpp"

namespace asymptest {
namespace {

/// The trial with the least margin to its bound: negative beyond it.
struct Closest {
  double margin = infinity;
  double value = 0;
  std::string where;
};

/// Violations at one design point, or over all.
struct Count {
  std::string of;
  std::int64_t violations = 0, trials = 0;
};

double margin_of(const Inequality& law, double value) {
  double margin = infinity;
  if (law.lower) margin = std::min(margin, value - *law.lower);
  if (law.upper) margin = std::min(margin, *law.upper - value);
  return margin;
}

Count count_violations(const Inequality& law, const PointTrials& point, Closest& closest) {
  Count count{.of = point.at.key(), .trials = static_cast<std::int64_t>(point.values.size())};
  for (std::size_t i = 0; i < point.values.size(); ++i) {
    const double margin = margin_of(law, point.values[i]);
    if (margin < -law.rounding) ++count.violations;
    if (margin < closest.margin) {
      closest = {margin, point.values[i], fmt::format("trial {} at {}", i, point.at.key())};
    }
  }
  return count;
}

Bounds chance_bounds(const Count& count, double tail) {
  const ChanceInterval chance = clopper_pearson(count.violations, count.trials, 1 - 2 * tail);
  return {chance.lower, chance.upper};
}

double share(const Count& count) {
  return static_cast<double>(count.violations) / static_cast<double>(count.trials);
}

std::string describe(const Count& count, const Closest& closest) {
  return fmt::format("{} of {} trials{} violate the bound; the least margin is {:.3g} ({}: {:.6g})",
                     count.violations, count.trials, count.of.empty() ? "" : " at " + count.of,
                     closest.margin, closest.where, closest.value);
}

Estimate estimate_of(const Count& count, const Bounds& region, const Inequality& law, double band) {
  return {"chance of a violation", share(count), region.lower, region.upper, law.chance, 0,
          law.chance + band};
}

void decide_every_trial(Verdict& verdict, const Inequality& law, std::span<const Count> counts,
                        const Closest& closest, double band) {
  Count all;
  for (const Count& count : counts) {
    all.violations += count.violations;
    all.trials += count.trials;
  }
  const Bounds bounds = chance_bounds(all, verdict.alpha);
  verdict.estimates = {estimate_of(all, bounds, law, band)};
  verdict.reason = describe(all, closest);
  if (all.violations > 0) {
    verdict.outcome = Outcome::refuted;
  } else if (bounds.upper < band) {
    verdict.outcome = Outcome::supported;
  } else {
    verdict.need = Need::more_trials;
    verdict.asked_for = fmt::format("{} trials would exclude a chance of {:.3g}",
                                    std::ceil(std::log(verdict.alpha) / std::log1p(-band)), band);
  }
}

Bounds region_of(const Count& count, double edge_tail, double level_tail, double band) {
  return two_level(chance_bounds(count, edge_tail), chance_bounds(count, level_tail), band);
}

void decide_all_but_a_chance(Verdict& verdict, const Inequality& law, std::span<const Count> counts,
                             const Closest& closest, double band) {
  const auto points = static_cast<double>(counts.size());
  const double edge = law.chance + band;
  const auto highest =
      std::max_element(counts.begin(), counts.end(),
                       [](const Count& a, const Count& b) { return share(a) < share(b); });
  bool refuted = false, supported = true;
  const Count* decisive = &*highest;
  for (const Count& count : counts) {
    if (region_of(count, chance_at_edge / points, verdict.alpha / points, band).lower > edge) {
      decisive = refuted && share(*decisive) >= share(count) ? decisive : &count;
      refuted = true;
    }
    supported = supported && region_of(count, chance_at_edge, verdict.alpha, band).upper < edge;
  }
  verdict.estimates = {
      estimate_of(*decisive, region_of(*decisive, chance_at_edge, verdict.alpha, band), law, band)};
  verdict.reason = describe(*decisive, closest);
  verdict.outcome = refuted     ? Outcome::refuted
                    : supported ? Outcome::supported
                                : Outcome::inconclusive;
  if (verdict.outcome == Outcome::inconclusive) verdict.need = Need::more_trials;
}

// What each side of the bound would take to carry the outcome.
bool carries(const Inequality& law, Polarity polarity, Outcome outcome) {
  const bool at_most = law.upper.has_value(), at_least = law.lower.has_value();
  if (outcome == Outcome::supported) {
    return (!at_most || can_show_at_most(polarity)) && (!at_least || can_show_at_least(polarity));
  }
  return (!at_most || can_show_at_least(polarity)) && (!at_least || can_show_at_most(polarity));
}

const Inequality& checked_inequality(const Prediction& prediction,
                                     std::span<const PointTrials> trials, double alpha) {
  const auto* law = std::get_if<Inequality>(&prediction.kind());
  if (law == nullptr || (!law->lower && !law->upper)) {
    throw std::invalid_argument("expected an inequality with a bound");
  }
  if (trials.empty()) throw std::invalid_argument("there are no trials to decide from");
  const double band = prediction.band();
  if (!(band > 0 && law->chance + band < 1)) {
    throw std::invalid_argument(
        fmt::format("the band of an inequality is {}, expected a chance between 0 and {}", band,
                    1 - law->chance));
  }
  require_alpha(alpha);
  return *law;
}

PointSummary summary_of(const PointTrials& point) {
  const auto [least, largest] = std::minmax_element(point.values.begin(), point.values.end());
  std::vector<double> sorted = point.values;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  return {point.at, point.values.size(),
          *middle,  *least,
          *largest, std::numeric_limits<double>::quiet_NaN()};
}

}  // namespace

Verdict decide_inequality(const Prediction& prediction, Polarity polarity,
                          std::span<const PointTrials> trials, double alpha) {
  const Inequality& law = checked_inequality(prediction, trials, alpha);
  Verdict verdict{.alpha = alpha, .model = "an inequality in every trial"};
  verdict.goodness_of_fit = std::numeric_limits<double>::quiet_NaN();
  Closest closest;
  std::vector<Count> counts;
  for (const PointTrials& point : trials) {
    if (point.values.empty()) {
      throw std::invalid_argument(fmt::format("point {} has no trials", point.at.key()));
    }
    counts.push_back(count_violations(law, point, closest));
    verdict.points.push_back(summary_of(point));
  }
  if (law.chance > 0) {
    verdict.model = fmt::format("an inequality in all trials but a chance of {}", law.chance);
    decide_all_but_a_chance(verdict, law, counts, closest, prediction.band());
  } else {
    decide_every_trial(verdict, law, counts, closest, prediction.band());
  }
  if (!carries(law, polarity, verdict.outcome)) withhold(verdict, polarity);
  return verdict;
}

}  // namespace asymptest
