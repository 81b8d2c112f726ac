#include "asymptest/inference/power_law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/inference/power_law_fit.hpp"
#include "asymptest/inference/summaries.hpp"

namespace asymptest {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// The exponents that a prediction says of one factor: the band, and the rivals' side beyond it.
struct Band {
  double predicted = 0;
  Interval band, rivals;  ///< a rival lies outside of `rivals`, two bands off
};

// A size that shrinks turns the side: Q ≲ h^a as h → 0 says that the exponent is a at least.
bool shrinks(const Factor& factor, const std::vector<PointStatistic>& points) {
  return std::all_of(points.begin(), points.end(),
                     [&](const PointStatistic& p) { return factor.at(p.at) <= 1; });
}

Band band_of(const PowerLaw& law, const Factor& factor, double width, bool turned) {
  const double a = factor.exponent;
  Band b{a, {a - width, a + width}, {a - 2 * width, a + 2 * width}};
  if (law.relation == Relation::theta) return b;
  if ((law.relation == Relation::at_most) != turned) {
    b.band.lower = b.rivals.lower = -infinity;
  } else {
    b.band.upper = b.rivals.upper = infinity;
  }
  return b;
}

bool supports(const Band& b, const ExponentRegion& r) {
  return r.inner.lower >= b.band.lower && r.inner.upper <= b.band.upper &&
         r.guard.lower > b.rivals.lower && r.guard.upper < b.rivals.upper;
}

bool refutes(const Band& b, const ExponentRegion& r) {
  return (r.inner.lower > b.band.upper && r.guard.lower > b.predicted) ||
         (r.inner.upper < b.band.lower && r.guard.upper < b.predicted);
}

Estimate estimate_of(const Factor& factor, const Band& b, const ExponentRegion& r) {
  return {factor.name, r.estimate,   r.outer.lower, r.outer.upper,
          b.predicted, b.band.lower, b.band.upper};
}

std::string describe(const Estimate& e, double alpha, std::string_view position) {
  return fmt::format(
      "the exponent of {} is {:.4g}, {:.6g} % interval [{:.4g}, {:.4g}], {} [{:.4g}, {:.4g}]",
      e.name, e.estimate, 100 * (1 - alpha), e.lower, e.upper, position, e.band_lower,
      e.band_upper);
}

// A bound of the truth from one side carries only the conclusions of that side.
bool carries(Polarity polarity, Relation relation, Outcome outcome) {
  if (polarity == Polarity::exact || outcome == Outcome::inconclusive) return true;
  const bool lower = polarity == Polarity::lower_bound;
  if (relation == Relation::theta) return false;
  const bool supports_side = (relation == Relation::at_least) == lower;
  return supports_side == (outcome == Outcome::supported);
}

void apply_polarity(Verdict& verdict, Polarity polarity, Relation relation) {
  if (carries(polarity, relation, verdict.outcome)) return;
  verdict.reason = fmt::format(
      "a measurement that is {} of the truth can't carry it: {}",
      polarity == Polarity::lower_bound ? "a lower bound" : "an upper bound", verdict.reason);
  verdict.outcome = Outcome::inconclusive;
  verdict.need = Need::nothing;
}

const PowerLaw& checked_law(const Prediction& prediction, double alpha) {
  const auto* law = std::get_if<PowerLaw>(&prediction.kind());
  if (law == nullptr) throw std::invalid_argument("expected a power law");
  if (!(prediction.band() > 0)) {
    throw std::invalid_argument("the power law has no band, expected `within`");
  }
  if (!(alpha > 0 && alpha < 1)) {
    throw std::invalid_argument(fmt::format("alpha is {}, expected within (0, 1)", alpha));
  }
  return *law;
}

void judge(Verdict& verdict, const PowerLaw& law, const PowerLawFit& fit,
           const std::vector<Band>& bands) {
  std::size_t supported = 0, decisive = 0;
  bool refuted = false;
  for (std::size_t j = 0; j < bands.size(); ++j) {
    const ExponentRegion& r = fit.exponents[j];
    verdict.estimates.push_back(estimate_of(law.factors[j], bands[j], r));
    if (supports(bands[j], r)) {
      ++supported;
    } else if (refutes(bands[j], r)) {
      if (!refuted) decisive = j;
      refuted = true;
    } else if (!refuted) {
      decisive = j;
    }
  }
  const Estimate& e = verdict.estimates[decisive];
  if (refuted) {
    verdict.outcome = Outcome::refuted;
    verdict.reason = describe(e, verdict.alpha, "outside");
  } else if (supported == bands.size()) {
    verdict.outcome = Outcome::supported;
    verdict.reason = describe(e, verdict.alpha, "within");
  } else {
    verdict.need = Need::more_trials;
    verdict.reason = describe(e, verdict.alpha, "not decided against");
  }
}

}  // namespace

Verdict decide_power_law(const Prediction& prediction, Polarity polarity,
                         std::span<const PointTrials> trials, double alpha) {
  const PowerLaw& law = checked_law(prediction, alpha);
  return decide_power_law(prediction, polarity, summarise(law.summary, trials), alpha);
}

Verdict decide_power_law(const Prediction& prediction, Polarity polarity,
                         const Statistics& statistics, double alpha) {
  const PowerLaw& law = checked_law(prediction, alpha);
  if (statistics.points.empty()) throw std::invalid_argument("there are no trials to decide from");
  const PowerLawFit fit = fit_power_law(law, statistics, {.edge = chance_at_edge, .alpha = alpha});
  std::vector<Band> bands;
  for (const Factor& f : law.factors) {
    bands.push_back(band_of(law, f, prediction.band(), shrinks(f, statistics.points)));
  }
  Verdict verdict;
  verdict.alpha = alpha;
  verdict.model = fit.model;
  verdict.goodness_of_fit = fit.goodness_of_fit;
  verdict.points = point_summaries(statistics);
  for (std::size_t i = 0; i < verdict.points.size(); ++i) {
    verdict.points[i].fitted = std::exp(fit.fitted[i]);
  }
  judge(verdict, law, fit, bands);
  apply_polarity(verdict, polarity, law.relation);
  return verdict;
}

}  // namespace asymptest
