#include "asymptest/inference/laws/power_law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>

#include "asymptest/inference/fit/power_law_fit.hpp"
#include "asymptest/inference/fit/regressor.hpp"
#include "asymptest/inference/sample/quantiles.hpp"
#include "asymptest/inference/sample/weighty_trials.hpp"
#include "asymptest/inference/verdict/polarity_rule.hpp"
#include "asymptest/inference/verdict/region.hpp"

namespace asymptest {
namespace {

// The exponents that a prediction says of one factor.
struct Band {
  double predicted = 0, width = 0;
  Bounds band;
  Towards limit = Towards::infinity;

  /// Where the size shrinks a larger exponent means a smaller quantity.
  [[nodiscard]] bool turned() const { return limit == Towards::zero; }
};

// A size that shrinks turns the side: Q ≲ h^a as h → 0 says that the exponent is a at least.
Band band_of(const PowerLaw& law, const Factor& factor, double width, Towards limit) {
  const double a = factor.exponent;
  Band b{a, width, {a - width, a + width}, limit};
  if (law.relation == Relation::theta) return b;
  if ((law.relation == Relation::at_most) != b.turned()) {
    b.band.lower = -infinity;
  } else {
    b.band.upper = infinity;
  }
  return b;
}

// Within the band exactly if the inner region is and the outer one excludes every rival; outside
// exactly if the inner region is and the outer one excludes the predicted exponent.
Bounds decision_region(const Band& b, const ExponentRegion& r) {
  return two_level(r.inner, r.outer, b.width);
}

bool supports(const Band& b, const ExponentRegion& r) {
  const Bounds region = decision_region(b, r);
  return region.lower >= b.band.lower && region.upper <= b.band.upper;
}

bool lies_above(const Band& b, const ExponentRegion& r) {
  return decision_region(b, r).lower > b.band.upper;
}

bool lies_below(const Band& b, const ExponentRegion& r) {
  return decision_region(b, r).upper < b.band.lower;
}

bool refutes(const Band& b, const ExponentRegion& r) {
  return lies_above(b, r) || lies_below(b, r);
}

// A bound of the truth from one side carries only the conclusions of that side.
bool may_support(Polarity polarity, Relation relation) {
  return (relation == Relation::at_least || can_show_at_most(polarity)) &&
         (relation == Relation::at_most || can_show_at_least(polarity));
}

bool may_refute(Polarity polarity, const Band& b, const ExponentRegion& r) {
  const bool larger = lies_above(b, r) != b.turned();
  return larger ? can_show_at_least(polarity) : can_show_at_most(polarity);
}

const PowerLaw& checked_power_law(const Prediction& prediction, double alpha) {
  const auto* law = std::get_if<PowerLaw>(&prediction.kind());
  if (law == nullptr) throw std::invalid_argument("the prediction is not a power law");
  if (!(prediction.band() > 0)) {
    throw std::invalid_argument("the power law has no band, expected `within` a positive one");
  }
  require_alpha(alpha);
  return *law;
}

// What the regions of all factors say together.
struct Judgement {
  Outcome outcome = Outcome::supported;
  std::size_t decisive = 0;  ///< the factor that the outcome rests on
  bool carried = true;       ///< by the measurement's polarity
};

Judgement judge(const PowerLaw& law, Polarity polarity, const std::vector<Band>& bands,
                const std::vector<ExponentRegion>& regions) {
  Judgement judgement{Outcome::supported, 0, may_support(polarity, law.relation)};
  for (std::size_t j = 0; j < bands.size(); ++j) {
    if (refutes(bands[j], regions[j])) {
      const bool carried = may_refute(polarity, bands[j], regions[j]);
      if (judgement.outcome == Outcome::refuted && !carried) continue;
      judgement = {Outcome::refuted, j, carried};
      if (carried) return judgement;
    } else if (judgement.outcome == Outcome::supported && !supports(bands[j], regions[j])) {
      judgement = {Outcome::inconclusive, j, true};
    }
  }
  return judgement;
}

Estimate estimate_of(const Factor& factor, const Band& b, const ExponentRegion& r) {
  const Bounds region = decision_region(b, r);
  return {factor.name,  r.estimate,   r.outer.lower, r.outer.upper, b.predicted,
          b.band.lower, b.band.upper, region.lower,  region.upper};
}

std::string describe_band(const Estimate& e) {
  if (std::isinf(e.band_lower)) return fmt::format("at most {:.4g}", e.band_upper);
  if (std::isinf(e.band_upper)) return fmt::format("at least {:.4g}", e.band_lower);
  return fmt::format("{:.4g} ± {:.4g}", e.predicted, e.predicted - e.band_lower);
}

std::string describe(const Estimate& e, Towards limit, Outcome outcome, double alpha) {
  constexpr std::string_view positions[] = {"lies within", "lies outside", "reaches across"};
  return fmt::format(
      "as {} -> {}, the exponent of {} is {:.4g}, {:.6g} % interval [{:.4g}, {:.4g}]; the region "
      "that decides, "
      "[{:.4g}, {:.4g}], {} {}",
      e.name, name_of(limit), e.name, e.estimate, 100 * (1 - alpha), e.lower, e.upper,
      e.region_lower, e.region_upper, positions[static_cast<int>(outcome)], describe_band(e));
}

// Which of the two would decide: the same fit with less noise, or only other sizes.
Need need_of(const PowerLaw& law, const std::vector<Band>& bands, const PowerLawFit& fit) {
  const Judgement later = judge(law, Polarity::exact, bands, fit.with_more_trials);
  const bool trials_help = fit.adequate && later.outcome != Outcome::inconclusive;
  return trials_help ? Need::more_trials : Need::larger_sizes;
}

std::string explain_doubt(const PointStatistic& few, double alpha) {
  return fmt::format(
      "; the {} trials at {} are so skewed that their mean rests on about {:.2g} of them, below "
      "{:.2g}, so that the errors include what each size may have missed",
      few.trials, few.at.key(), weighty_trials(few), fewest_weighty_trials(alpha));
}

void conclude(Verdict& verdict, const PowerLaw& law, const PowerLawFit& fit,
              const std::vector<Band>& bands, Polarity polarity,
              const std::optional<PointStatistic>& few) {
  const Judgement judgement = judge(law, polarity, bands, fit.exponents);
  verdict.outcome = judgement.outcome;
  verdict.reason = describe(verdict.estimates[judgement.decisive], bands[judgement.decisive].limit,
                            judgement.outcome, verdict.alpha);
  if (!fit.adequate) {
    verdict.reason += fmt::format(
        "; no finite-size correction fits to within the trials' noise (p = {:.2g}), so the "
        "residuals set the noise",
        fit.goodness_of_fit);
  }
  if (few) verdict.reason += explain_doubt(*few, verdict.alpha);
  if (verdict.outcome == Outcome::inconclusive) {
    // Until the errors can be trusted nothing tells what larger sizes would bring.
    verdict.need = few ? Need::more_trials : need_of(law, bands, fit);
    verdict.reason += fmt::format("; {} would {}", name_of(verdict.need), few ? "tell" : "decide");
  }
  if (!judgement.carried) withhold(verdict, polarity);
}

}  // namespace

Verdict decide_power_law(const Prediction& prediction, Polarity polarity,
                         std::span<const PointTrials> trials, double alpha) {
  const PowerLaw& law = checked_power_law(prediction, alpha);
  return decide_power_law(prediction, polarity, summarise(law.summary, trials), alpha);
}

Verdict decide_power_law(const Prediction& prediction, Polarity polarity,
                         const Statistics& statistics, double alpha) {
  const PowerLaw& law = checked_power_law(prediction, alpha);
  if (statistics.points.empty()) throw std::invalid_argument("there are no trials to decide from");
  const auto few = rests_on_few(statistics, alpha);
  const PowerLawFit fit = fit_power_law(law, few ? with_unseen(statistics, alpha) : statistics,
                                        {.edge = exponent_chance_at_edge, .alpha = alpha});
  Verdict verdict;
  verdict.alpha = alpha;
  verdict.model = fit.model;
  verdict.goodness_of_fit = fit.goodness_of_fit;
  verdict.points = point_summaries(statistics);
  for (std::size_t i = 0; i < verdict.points.size(); ++i) {
    verdict.points[i].fitted = std::exp(fit.fitted[i]);
  }
  std::vector<Band> bands;
  for (std::size_t j = 0; j < law.factors.size(); ++j) {
    const Factor& factor = law.factors[j];
    bands.push_back(band_of(law, factor, prediction.band(), limit_of(factor, statistics)));
    verdict.estimates.push_back(estimate_of(factor, bands[j], fit.exponents[j]));
  }
  conclude(verdict, law, fit, bands, polarity, few);
  return verdict;
}

}  // namespace asymptest
