#include "asymptest/inference/laws/exponential_decay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <stdexcept>

#include "asymptest/inference/laws/power/power_law.hpp"
#include "asymptest/inference/verdict/polarity_rule.hpp"

namespace asymptest {
namespace {

/// Values below this share of the largest are rounding: a residual of a computation in doubles
/// carries 1e-16 of its terms times the condition of the problem, for which four digits are left.
constexpr double round_off_share = 1e-12;

/// A slope with a transient and a test of fit needs four times at least.
constexpr std::size_t fewest_times = 4;

double largest_value(std::span<const PointTrials> trials) {
  double largest = 0;
  for (const PointTrials& point : trials) {
    for (const double v : point.values) largest = std::max(largest, std::abs(v));
  }
  return largest;
}

std::vector<PointTrials> above_floor(std::span<const PointTrials> trials) {
  const double floor = round_off_share * largest_value(trials);
  std::vector<PointTrials> kept;
  for (const PointTrials& point : trials) {
    const bool rounding = std::all_of(point.values.begin(), point.values.end(),
                                      [&](double v) { return std::abs(v) <= floor; });
    if (!rounding) kept.push_back(point);
  }
  return kept;
}

const ExponentialDecay& checked_decay(const Prediction& prediction) {
  const auto* law = std::get_if<ExponentialDecay>(&prediction.kind());
  if (law == nullptr) throw std::invalid_argument("expected an exponential decay");
  if (!(law->rate > 0) || !std::isfinite(law->rate)) {
    throw std::invalid_argument(
        fmt::format("the rate of decay is {}, expected a positive number", law->rate));
  }
  return *law;
}

void require_times(const ExponentialDecay& law, std::span<const PointTrials> kept) {
  std::set<double> times;
  for (const PointTrials& point : kept) times.insert(point.at[law.axis]);
  if (times.size() < fewest_times) {
    throw std::invalid_argument(
        fmt::format("{} different values of {} lie above the round-off floor, expected at least {}",
                    times.size(), law.axis, fewest_times));
  }
}

/// x = e^(rate·(t − first)): shifting the time changes the constant C only, and keeps x within
/// range.
struct TimeScale {
  double first = 0, rate = 0;
  [[nodiscard]] double operator()(double t) const { return std::exp(rate * (t - first)); }
};

/// e^300 is well within the range of doubles.
constexpr double widest_exponent = 300;

TimeScale scale_of(const ExponentialDecay& law, std::span<const PointTrials> kept) {
  double first = kept.front().at[law.axis], last = first;
  for (const PointTrials& point : kept) {
    first = std::min(first, point.at[law.axis]);
    last = std::max(last, point.at[law.axis]);
  }
  return {first, std::min(law.rate, widest_exponent / (last - first))};
}

// Exponent −r/scale.rate back to the rate r.
Estimate rate_of(const Estimate& exponent, const ExponentialDecay& law, const TimeScale& scale,
                 double band) {
  return {law.axis,
          -exponent.estimate * scale.rate,
          -exponent.upper * scale.rate,
          -exponent.lower * scale.rate,
          law.rate,
          law.rate * (1 - band),
          std::numeric_limits<double>::infinity()};
}

std::string describe(const Verdict& verdict, const Estimate& e) {
  const std::string_view position = verdict.outcome == Outcome::supported ? "not below"
                                    : verdict.outcome == Outcome::refuted ? "below"
                                                                          : "not decided against";
  return fmt::format(
      "the rate of decay in {} is {:.4g}, {:.6g} % interval [{:.4g}, {:.4g}], {} {:.4g}", e.name,
      e.estimate, 100 * (1 - verdict.alpha), e.lower, e.upper, position, e.band_lower);
}

Prediction as_power_law(const ExponentialDecay& law, const TimeScale& scale, double band) {
  const double unit = law.rate / scale.rate;
  const auto size = [axis = law.axis, scale](const Point& at) { return scale(at[axis]); };
  Prediction power = at_most({{.name = law.axis, .exponent = -unit, .of = size}});
  power.towards(Towards::infinity).within(band * unit).of(law.summary);
  return power;
}

}  // namespace

Verdict decide_exponential_decay(const Prediction& prediction, Polarity polarity,
                                 std::span<const PointTrials> trials, double alpha) {
  const ExponentialDecay& law = checked_decay(prediction);
  const std::vector<PointTrials> kept = above_floor(trials);
  require_times(law, kept);
  const TimeScale scale = scale_of(law, kept);
  const double band = prediction.band();
  Verdict verdict = decide_power_law(as_power_law(law, scale, band), Polarity::exact, kept, alpha);
  const Estimate rate = rate_of(verdict.estimates.front(), law, scale, band);
  verdict.estimates = {rate};
  // That of the power law speaks of its own sizes.
  verdict.asked_for = verdict.need == Need::more_trials ? "more trials would decide" : "";
  if (verdict.need == Need::larger_sizes) {
    verdict.reason = fmt::format("no exponential decay with a transient fits (p = {:.2g})",
                                 verdict.goodness_of_fit);
  } else {
    verdict.reason = describe(verdict, rate);
  }
  verdict.model = fmt::format(
      "exponential decay at rate {:.4g} with a transient; {} points below "
      "the round-off floor left out",
      rate.estimate, trials.size() - kept.size());
  const bool shown = verdict.outcome == Outcome::refuted ? can_show_at_least(polarity)
                                                         : can_show_at_most(polarity);
  if (!shown) withhold(verdict, polarity);
  return verdict;
}

}  // namespace asymptest
