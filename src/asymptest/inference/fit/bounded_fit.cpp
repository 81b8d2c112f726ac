#include "asymptest/inference/fit/bounded_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <vector>

#include "asymptest/inference/correction/profile_likelihood.hpp"
#include "asymptest/inference/fit/basis/growth.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/sample/assumption_free.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

// A law passes through all intervals where the largest square of a deviation, in half widths, is 1.
constexpr double passes = 1;

using Box = BoundedFit::Box;

std::vector<Box> boxes_of(const PowerLaw& law, std::span<const PointTrials> trials,
                          const Regressor& sizes, double chance) {
  const double tail = chance / (2 * static_cast<double>(trials.size()));
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < trials.size(); ++i) {
    Bounds mean = assumption_free_interval(law.summary, law.range, trials[i], tail);
    if (!(mean.upper > 0)) {
      throw std::domain_error(
          message("the mean of the trials at {} is {} at most, expected a positive one (its "
                  "logarithm is taken)",
                  trials[i].at.key(), mean.upper));
    }
    mean.lower = std::max(0.0, mean.lower);
    boxes.push_back({sizes.logs[i], mean});
  }
  return boxes;
}

// What the boxes would be with more trials: narrower, about the law that was fitted.
std::vector<Box> narrowed(std::vector<Box> boxes, std::span<const double> log_law, double factor) {
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const double middle = std::exp(log_law[i]);
    const double half = (boxes[i].mean.upper - boxes[i].mean.lower) / 2 / std::sqrt(factor);
    boxes[i].mean = {std::max(0.0, middle - half), middle + half};
  }
  return boxes;
}

ProfileLikelihood profile_of(const std::vector<Box>& boxes, std::vector<FiniteSize> families) {
  std::vector<Observation> observations;
  double resolution = 1;
  for (const Box& box : boxes) {
    const double middle = std::midpoint(box.mean.lower, box.mean.upper);
    const double half = (box.mean.upper - box.mean.lower) / 2 / middle;
    observations.push_back({box.log_size, std::log(middle), half});
    resolution = std::min(resolution, half);
  }
  return {std::move(observations), std::move(families), resolution, Misfit::largest_square};
}

// The sizes and their means, without errors.
Statistics means_of(std::span<const PointTrials> trials) {
  Statistics statistics;
  for (const PointTrials& point : trials) {
    const auto& values = point.values;
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    statistics.points.push_back({.at = point.at,
                                 .trials = values.size(),
                                 .log_value = std::log(sum / static_cast<double>(values.size()))});
  }
  return statistics;
}

std::vector<FiniteSize> families_of(const PowerLaw& law, std::span<const PointTrials> trials,
                                    const Regressor& sizes, bool with_evidence) {
  std::optional<double> omega;
  if (law.correction) omega = law.correction->exponent;
  const auto [least, most] = std::minmax_element(sizes.logs.begin(), sizes.logs.end());
  PowerLaw no_cost = law;
  no_cost.may_be_cost = false;  // a proportion is none
  auto families = finite_size_families(omega, law.up_to_logs,
                                       growth_of(no_cost, means_of(trials), sizes), *most - *least,
                                       {.begins_early = law.may_begin_early,
                                        .hides_terms = law.may_hide_terms,
                                        .logarithms = !law.no_logarithms});
  std::erase_if(families,
                [&](const FiniteSize& family) { return family.needs_evidence && !with_evidence; });
  return families;
}

// The best law, and the hull of the exponents of all that pass.
struct Passing {
  LawFit best{.misfit = std::numeric_limits<double>::infinity()};
  Bounds exponents{std::numeric_limits<double>::infinity(),
                   -std::numeric_limits<double>::infinity()};

  [[nodiscard]] bool any() const { return best.misfit <= passes; }
};

Passing passing(const ProfileLikelihood& profile) {
  Passing found;
  for (std::size_t i = 0; i < profile.families().size(); ++i) {
    const LawFit f = profile.best(i);
    if (f.misfit < found.best.misfit) found.best = f;
    if (!(f.misfit <= passes)) continue;
    found.exponents.lower = std::min(found.exponents.lower, profile.edge(f, -1, passes));
    found.exponents.upper = std::max(found.exponents.upper, profile.edge(f, +1, passes));
  }
  return found;
}

Passing through_power(const std::vector<Box>& boxes) {
  return passing(profile_of(boxes, {power_alone()}));
}

void unite(Bounds& all, const Bounds& more) {
  all.lower = std::min(all.lower, more.lower), all.upper = std::max(all.upper, more.upper);
}

bool is_one_size_of(const std::vector<Box>& boxes) {
  return !(boxes.front().log_size < boxes.back().log_size);
}

// The exponents of x^a alone through a part of the sweep, as laws have that change their regime
// before the last sizes, or of which the last one or two were measured otherwise: the most last
// sizes, from half of all down to three, that it passes through; and the first ones, if it passes
// through all but two, with those of the last two by themselves. `boxes`: in any order.
Bounds exponents_of_parts(std::vector<Box> boxes) {
  constexpr std::size_t fewest_of_last = 3, most_off = 2, fewest_of_first = 4;
  std::sort(boxes.begin(), boxes.end(),
            [](const Box& a, const Box& b) { return a.log_size < b.log_size; });
  Bounds all = Passing{}.exponents;
  const auto last = [&](std::size_t count) {
    return std::vector<Box>(boxes.end() - static_cast<std::ptrdiff_t>(count), boxes.end());
  };
  for (std::size_t count = (boxes.size() + 1) / 2; count >= fewest_of_last; --count) {
    if (is_one_size_of(last(count))) break;
    const Passing found = through_power(last(count));
    if (!found.any()) continue;
    unite(all, found.exponents);
    break;
  }
  for (std::size_t off = 1; off <= most_off && boxes.size() >= off + fewest_of_first; ++off) {
    const Passing found =
        through_power({boxes.begin(), boxes.end() - static_cast<std::ptrdiff_t>(off)});
    if (!found.any()) continue;
    unite(all, found.exponents);
    if (!is_one_size_of(last(most_off))) unite(all, through_power(last(most_off)).exponents);
    break;
  }
  return all;
}

// The inner region of laws with a single correction, or of all where none of those passes.
Passing inner_of(const std::vector<Box>& boxes, const std::vector<FiniteSize>& families) {
  std::vector<FiniteSize> simple = families;
  std::erase_if(simple, [](const FiniteSize& family) { return !family.in_inner; });
  const Passing found = passing(profile_of(boxes, simple));
  return found.any() ? found : passing(profile_of(boxes, families));
}

// Logarithm of the simplest law with this exponent that passes: x^a alone, or with one correction.
std::optional<std::vector<double>> simplest_at(double exponent, const std::vector<Box>& boxes,
                                               const std::vector<FiniteSize>& families) {
  std::vector<FiniteSize> simple{power_alone()};
  for (const FiniteSize& family : families) {
    if (family.in_inner) simple.push_back(family);
  }
  const ProfileLikelihood profile = profile_of(boxes, simple);
  for (std::size_t i = 0; i < simple.size(); ++i) {
    const LawFit f = profile.at(exponent, i);
    if (f.misfit <= passes) return profile.log_fitted(f);
  }
  return std::nullopt;
}

ExponentRegion region_of(const Passing& inner, const Passing& outer) {
  constexpr Bounds whole{-infinity, infinity};
  return {inner.best.exponent, inner.any() ? inner.exponents : whole,
          outer.any() ? outer.exponents : whole};
}

Regressor plain_regressor(const PowerLaw& law, std::span<const PointTrials> trials) {
  require(law.factors.size() == 1 && !law.plus_constant && !law.is_sum && !law.period,
          "a {} is of a law of one factor without a constant or a period, this one is '{}'",
          name_of(law.summary), describe(law));
  return regressor(law.factors.front(), means_of(trials));
}

}  // namespace

BoundedFit::BoundedFit(const PowerLaw& law, std::span<const PointTrials> trials,
                       const RegionChances& chances)
    : sizes_(plain_regressor(law, trials)) {
  const auto boxes = [&](double chance) { return boxes_of(law, trials, sizes_, chance); };
  const auto alone = profile_of(boxes(chance_of_evidence), {power_alone()});
  const bool power_fails = !passing(alone).any();
  families_ = families_of(law, trials, sizes_, power_fails);
  may_change_ = power_fails && law.may_hide_terms && !law.correction && !law.up_to_logs;
  inner_ = boxes(2 * chances.edge);
  outer_ = boxes(chances.alpha);
  const ProfileLikelihood profile = profile_of(outer_, families_);
  Passing at_level = passing(profile);
  if (may_change_ && at_level.any()) unite(at_level.exponents, exponents_of_parts(outer_));
  fit_.exponents = {turned(region_of(inner_of(inner_, families_), at_level))};
  fit_.adequate = at_level.any();
  fit_.goodness_of_fit = std::numeric_limits<double>::quiet_NaN();
  fit_.fitted = profile.log_fitted(at_level.best);
  rehearsed_ = simplest_at(sizes_.direction * law.factors.front().exponent, outer_, families_)
                   .value_or(fit_.fitted);
  const std::string& name = law.factors.front().name;
  fit_.model =
      "power law " + families_[at_level.best.family].describe(
                         at_level.best.theta, sizes_.direction > 0 ? name : "(1/" + name + ")");
}

ExponentRegion BoundedFit::turned(const ExponentRegion& region) const {
  return sizes_.direction > 0 ? region : region.negated();
}

ExponentRegion BoundedFit::region_with(double factor) const {
  const auto narrow = [&](const std::vector<Box>& boxes) {
    return narrowed(boxes, rehearsed_, factor);
  };
  Passing outer = passing(profile_of(narrow(outer_), families_));
  if (may_change_ && outer.any()) unite(outer.exponents, exponents_of_parts(narrow(outer_)));
  return turned(region_of(inner_of(narrow(inner_), families_), outer));
}

}  // namespace asymptest
