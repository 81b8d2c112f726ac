#include "asymptest/inference/laws/value_law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/sample/location.hpp"
#include "asymptest/inference/verdict/polarity_rule.hpp"
#include "asymptest/inference/verdict/region.hpp"

namespace asymptest {
namespace {

/// The deviation of one point, or of all together, as far as the trials tell.
struct Deviation {
  std::string of;
  double estimate = 0;
  Bounds region;
};

// A bound of one side says nothing of the relative deviation from a negative value: the side turns.
std::vector<double> predicted_values(const ValueLaw& law, Polarity polarity,
                                     std::span<const PointTrials> trials) {
  const bool must_be_positive =
      law.summary == Summary::geometric_mean || polarity != Polarity::exact;
  std::vector<double> values;
  for (const PointTrials& point : trials) {
    const double value = law.curve(point.at);
    if (!std::isfinite(value) || value == 0 || (must_be_positive && value < 0)) {
      throw std::invalid_argument(
          fmt::format("the predicted value at {} is {}, expected a finite number that is {}",
                      point.at.key(), value, must_be_positive ? "positive" : "not zero"));
    }
    values.push_back(value);
  }
  return values;
}

Bounds relative(const Bounds& bounds, double predicted) {
  const double one = bounds.lower / predicted - 1, other = bounds.upper / predicted - 1;
  return {std::min(one, other), std::max(one, other)};
}

/// Tails of the two levels on one side of one test.
struct Tails {
  double edge = 0, level = 0;
};

Deviation point_deviation(const Location& location, double predicted, Tails tails, double band) {
  return {location.at.key(), location.estimate / predicted - 1,
          two_level(relative(interval_of(location, tails.edge), predicted),
                    relative(interval_of(location, tails.level), predicted), band)};
}

std::vector<Deviation> point_deviations(std::span<const Location> locations,
                                        std::span<const double> predicted, Tails tails,
                                        double band) {
  std::vector<Deviation> deviations;
  for (std::size_t i = 0; i < locations.size(); ++i) {
    deviations.push_back(point_deviation(locations[i], predicted[i], tails, band));
  }
  return deviations;
}

// The interval of a sum of independent estimates from those of its terms: the distances to the ends
// add in squares (MOVER, Zou and Donner 2008), which keeps their asymmetry.
Bounds mean_interval(std::span<const Deviation> deviations, std::span<const Bounds> bounds) {
  double sum = 0, below = 0, above = 0;
  for (std::size_t i = 0; i < deviations.size(); ++i) {
    const double estimate = deviations[i].estimate;
    sum += estimate;
    below += (estimate - bounds[i].lower) * (estimate - bounds[i].lower);
    above += (bounds[i].upper - estimate) * (bounds[i].upper - estimate);
  }
  const auto n = static_cast<double>(deviations.size());
  return {(sum - std::sqrt(below)) / n, (sum + std::sqrt(above)) / n};
}

Deviation mean_deviation(std::span<const Location> locations, std::span<const double> predicted,
                         std::span<const Deviation> each, Tails tails, double band) {
  std::vector<Bounds> edge, level;
  double sum = 0;
  for (std::size_t i = 0; i < locations.size(); ++i) {
    edge.push_back(relative(interval_of(locations[i], tails.edge), predicted[i]));
    level.push_back(relative(interval_of(locations[i], tails.level), predicted[i]));
    sum += each[i].estimate;
  }
  return {"all points together", sum / static_cast<double>(locations.size()),
          two_level(mean_interval(each, edge), mean_interval(each, level), band)};
}

// How far a region lies within the band; negative if it leaves it.
double margin_within(const Deviation& d, double band) {
  return std::min(d.region.lower + band, band - d.region.upper);
}

// How far it lies outside; negative if it touches the band. A side that the polarity can't show
// doesn't count.
double margin_outside(const Deviation& d, double band, Polarity polarity) {
  constexpr double never = -std::numeric_limits<double>::infinity();
  const double above = can_show_at_least(polarity) ? d.region.lower - band : never;
  const double below = can_show_at_most(polarity) ? -band - d.region.upper : never;
  return std::max(above, below);
}

void report(Verdict& verdict, const Deviation& d, double band, std::string_view position) {
  verdict.estimates = {{"relative deviation", d.estimate, d.region.lower, d.region.upper, 0, -band,
                        band, d.region.lower, d.region.upper}};
  verdict.reason = fmt::format(
      "the relative deviation from the predicted value at {} is {:.3g}, region [{:.3g}, {:.3g}], "
      "{} ±{:.3g}",
      d.of, d.estimate, d.region.lower, d.region.upper, position, band);
}

const ValueLaw& checked_value_law(const Prediction& prediction, std::span<const PointTrials> trials,
                                  double alpha) {
  const auto* law = std::get_if<ValueLaw>(&prediction.kind());
  if (law == nullptr || !law->curve) throw std::invalid_argument("expected a value law");
  if (trials.empty()) throw std::invalid_argument("there are no trials to decide from");
  if (!(prediction.band() > 0)) throw std::invalid_argument("the value law has no band");
  require_alpha(alpha);
  return *law;
}

}  // namespace

Verdict decide_value_law(const Prediction& prediction, Polarity polarity,
                         std::span<const PointTrials> trials, double alpha) {
  const ValueLaw& law = checked_value_law(prediction, trials, alpha);
  const double band = prediction.band();
  const std::vector<double> predicted = predicted_values(law, polarity, trials);
  const std::vector<Location> locations = locate(law.summary, trials, predicted, law.range);
  Verdict verdict{.alpha = alpha, .model = "the predicted curve"};
  verdict.goodness_of_fit = std::numeric_limits<double>::quiet_NaN();
  verdict.points = point_summaries(locations);
  for (std::size_t i = 0; i < predicted.size(); ++i) verdict.points[i].fitted = predicted[i];

  const auto sides = 2 * static_cast<double>(locations.size());
  // Half of the refuting level for the points, half for their mean; both have two sides. The mean's
  // interval takes the points' for nearly normal, so that it is not of what assumes nothing.
  const bool with_mean = !is_assumption_free(law.summary);
  const Tails each_tail{chance_at_edge / sides, (with_mean ? alpha / 2 : alpha) / sides};
  const Tails mean_tail{chance_at_edge / 2, alpha / 4};
  std::vector<Deviation> refuting = point_deviations(locations, predicted, each_tail, band);
  if (with_mean) {
    refuting.push_back(mean_deviation(locations, predicted, refuting, mean_tail, band));
  }
  const auto farthest = std::max_element(
      refuting.begin(), refuting.end(), [&](const Deviation& a, const Deviation& b) {
        return margin_outside(a, band, polarity) < margin_outside(b, band, polarity);
      });
  if (margin_outside(*farthest, band, polarity) > 0) {
    verdict.outcome = Outcome::refuted;
    report(verdict, *farthest, band, "outside");
    return verdict;
  }
  const std::vector<Deviation> supporting =
      point_deviations(locations, predicted, {chance_at_edge, alpha}, band);
  const auto worst = std::min_element(supporting.begin(), supporting.end(),
                                      [&](const Deviation& a, const Deviation& b) {
                                        return margin_within(a, band) < margin_within(b, band);
                                      });
  if (margin_within(*worst, band) >= 0) {
    verdict.outcome = Outcome::supported;
    report(verdict, *worst, band, "within");
    if (polarity != Polarity::exact) withhold(verdict, polarity);
  } else {
    report(verdict, *worst, band, "not decided against");
    verdict.need = Need::more_trials;
  }
  return verdict;
}

}  // namespace asymptest
