#include "asymptest/inference/laws/power/bounded_power_law.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/fit/bounded_fit.hpp"
#include "asymptest/inference/laws/power/exponent_band.hpp"
#include "asymptest/inference/laws/power/open_drift.hpp"
#include "asymptest/inference/sample/assumption_free.hpp"
#include "asymptest/inference/verdict/polarity_rule.hpp"
#include "asymptest/inference/verdict/region.hpp"

namespace asymptest {
namespace {

// What figures show of each size alone.
constexpr double pointwise_tail = 0.025;

std::vector<PointSummary> summaries_of(const PowerLaw& law, std::span<const PointTrials> trials,
                                       const PowerLawFit& fit) {
  std::vector<PointSummary> points;
  for (std::size_t i = 0; i < trials.size(); ++i) {
    const auto& values = trials[i].values;
    const auto count = static_cast<double>(values.size());
    const Bounds mean = assumption_free_interval(law.summary, law.range, trials[i], pointwise_tail);
    points.push_back({trials[i].at, values.size(),
                      std::accumulate(values.begin(), values.end(), 0.0) / count, mean.lower,
                      mean.upper, std::exp(fit.fitted[i])});
  }
  return points;
}

// The points' errors, relative to the fitted law, as far as a drift's test needs them.
Statistics statistics_of(const std::vector<PointSummary>& points) {
  Statistics statistics;
  for (const PointSummary& p : points) {
    statistics.points.push_back({.at = p.at,
                                 .trials = p.trials,
                                 .log_value = std::log(p.fitted),
                                 .error = (p.upper - p.lower) / 2 / p.fitted});
  }
  return statistics;
}

std::string withheld(Verdict& verdict, const PowerLaw& law, const PowerLawFit& fit,
                     const ExponentBand& band) {
  if (!fit.adequate) {
    verdict.outcome = Outcome::inconclusive;
    return "; no law with its finite-size corrections passes through the intervals of all sizes";
  }
  if (verdict.outcome != Outcome::refuted) return "";
  const auto drift = open_drift(law, statistics_of(verdict.points), fit, band);
  if (!drift) return "";
  verdict.outcome = Outcome::inconclusive;
  return "; " + describe(*drift);
}

// How many times the trials would decide the fitted law.
std::optional<double> deciding_factor(const PowerLaw& law, const BoundedFit& fit,
                                      const ExponentBand& band) {
  for (const double factor : {4.0, 16.0, 64.0, 256.0, 1024.0, 4096.0}) {
    const auto later = judge_bands(law, Polarity::exact, {band}, {fit.region_with(factor)});
    if (later.outcome != Outcome::inconclusive) return factor;
  }
  return std::nullopt;
}

void ask(Verdict& verdict, std::optional<double> factor, const ExponentBand& band) {
  verdict.need = factor ? Need::more_trials : Need::larger_sizes;
  if (factor) {
    verdict.asked_for = fmt::format("about {} times as many trials would decide", *factor);
  } else {
    verdict.asked_for =
        band.turned() ? "sizes nearer to 0 would decide" : "larger sizes would decide";
  }
}

}  // namespace

Verdict decide_bounded_power_law(const PowerLaw& law, double band, Polarity polarity,
                                 std::span<const PointTrials> trials, double alpha) {
  const BoundedFit bounded(law, trials, {.edge = exponent_chance_at_edge, .alpha = alpha});
  const PowerLawFit& fit = bounded.fit();
  Verdict verdict{.alpha = alpha, .model = fit.model, .goodness_of_fit = fit.goodness_of_fit};
  verdict.points = summaries_of(law, trials, fit);
  const Factor& factor = law.factors.front();
  const Towards limit = limit_of(factor, statistics_of(verdict.points));
  const std::vector<ExponentBand> bands{band_of(law, factor, band, limit)};
  verdict.estimates = {estimate_of(factor, bands.front(), fit.exponents.front())};
  const BandJudgement judgement = judge_bands(law, polarity, bands, fit.exponents);
  verdict.outcome = judgement.outcome;
  verdict.reason = describe(verdict.estimates.front(), limit, judgement.outcome, alpha);
  const std::string why = withheld(verdict, law, fit, bands.front());
  verdict.reason += why;
  if (verdict.outcome == Outcome::inconclusive) {
    ask(verdict, why.empty() ? deciding_factor(law, bounded, bands.front()) : std::nullopt,
        bands.front());
  }
  if (!judgement.carried) withhold(verdict, polarity);
  return verdict;
}

}  // namespace asymptest
