#include "asymptest/inference/laws/power_law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "asymptest/inference/correction/drift.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/fit/power_law_fit.hpp"
#include "asymptest/inference/laws/asymptotic_part.hpp"
#include "asymptest/inference/sample/effective_sample_size.hpp"
#include "asymptest/inference/sample/quantiles.hpp"
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

// The edge of the band that a region outside of it is nearest to.
double nearest_edge(const Band& b, const ExponentRegion& r) {
  return lies_above(b, r) ? b.band.upper : b.band.lower;
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

// The law as fitted, in one factor.
std::vector<Observation> fitted_law(const Factor& factor, const Statistics& statistics,
                                    const PowerLawFit& fit) {
  std::vector<Observation> law;
  const Regressor sizes = regressor(factor, statistics);
  for (std::size_t i = 0; i < sizes.logs.size(); ++i) {
    law.push_back({sizes.logs[i], fit.fitted[i], statistics.points[i].error});
  }
  return law;
}

// The drift of a law's local exponent that may still bring it into the band it lies outside of.
std::optional<Drift> open_drift(const PowerLaw& law, const Statistics& statistics,
                                const PowerLawFit& fit, const Band& b) {
  if (law.factors.size() != 1 || law.period || law.plus_constant) return std::nullopt;
  auto drift = drift_of(fitted_law(law.factors.front(), statistics, fit));
  if (!drift) return std::nullopt;
  if (b.turned()) drift->slope = -drift->slope, drift->rate = -drift->rate;
  if (!may_reach(*drift, nearest_edge(b, fit.exponents.front()))) return std::nullopt;
  return drift;
}

// Whether less noise would narrow the regions to the width of a band: around the truth, wherever
// that is, they would then decide.
bool narrow_enough(const std::vector<Band>& bands, const std::vector<ExponentRegion>& regions) {
  constexpr double part_of_band = 1.5;  // of the 2·width that a band has
  for (std::size_t j = 0; j < bands.size(); ++j) {
    const Bounds region = decision_region(bands[j], regions[j]);
    if (!(region.upper - region.lower <= part_of_band * bands[j].width)) return false;
  }
  return true;
}

// Which of the two would decide: the same fit with less noise, or only other sizes.
Need need_of(const PowerLaw& law, const std::vector<Band>& bands, const PowerLawFit& fit) {
  const Judgement later = judge(law, Polarity::exact, bands, fit.with_more_trials);
  const bool trials_help =
      later.outcome != Outcome::inconclusive || narrow_enough(bands, fit.with_more_trials);
  return fit.adequate && trials_help ? Need::more_trials : Need::larger_sizes;
}

// The design points that a fit misses most: by three errors at least where those are known.
std::string worst_points(const Statistics& statistics, const PowerLawFit& fit) {
  constexpr std::size_t most = 4;
  constexpr double breaks = 3;
  std::vector<std::pair<double, std::size_t>> misses;
  for (std::size_t i = 0; i < fit.fitted.size(); ++i) {
    const PointStatistic& p = statistics.points[i];
    misses.emplace_back(std::abs(p.log_value - fit.fitted[i]) / p.error, i);
  }
  std::sort(misses.rbegin(), misses.rend());
  std::string text;
  for (std::size_t k = 0; k < std::min(most, misses.size()); ++k) {
    if (k > 0 && (!statistics.noise_is_known || misses[k].first < breaks)) break;
    text += (k == 0 ? "" : ", ") + statistics.points[misses[k].second].at.key();
  }
  return text;
}

std::string explain_misfit(const PowerLaw& law, const Statistics& statistics,
                           const PowerLawFit& fit, double alpha) {
  const std::string_view why =
      statistics.noise_is_known
          ? "no finite-size correction fits to within the trials' noise (p = {:.2g}), so the "
            "residuals set the noise; the fit breaks most at {}{}"
          : "what no finite-size correction fits is no independent noise, for the residuals follow "
            "each other (p = {:.2g}), most at {}{}";
  const auto part = fitting_part(law, statistics, alpha);
  return "; " +
         fmt::format(fmt::runtime(why), fit.goodness_of_fit, worst_points(statistics, fit),
                     part ? fmt::format("; without the sizes {} a law fits", part->left_out) : "");
}

// What a person should measure.
std::string asked_for(Need need, const Statistics& statistics, const std::vector<Band>& bands) {
  constexpr std::size_t parameters = 4, enough_degrees = 2;
  if (!statistics.noise_is_known && statistics.points.size() < parameters + enough_degrees) {
    return fmt::format(
        "more sizes, anywhere, would decide ({} without repetitions leave nothing to tell the "
        "noise from)",
        statistics.points.size());
  }
  if (need == Need::larger_sizes && bands.size() == 1 && bands.front().turned()) {
    return "sizes nearer to 0 would decide";
  }
  return fmt::format("{} would decide", name_of(need));
}

std::string explain_doubt(const PointStatistic& few, double alpha) {
  return fmt::format(
      "; the {} trials at {} are so skewed that their mean rests on about {:.2g} of them, below "
      "{:.2g}, so that the errors include what each size may have missed",
      few.trials, few.at.key(), effective_sample_size(few), least_effective_sample_size(alpha));
}

// A verdict that the fit doesn't carry: no law fits, or the exponent is still on its way.
std::string withheld(Verdict& verdict, const PowerLaw& law, const Statistics& statistics,
                     const PowerLawFit& fit, const Band& decisive) {
  if (verdict.outcome != Outcome::inconclusive && !fit.adequate) {
    const std::string_view would_be = name_of(verdict.outcome);
    verdict.outcome = Outcome::inconclusive;
    return fmt::format("; it would be {} if a law fitted", would_be);
  }
  if (verdict.outcome != Outcome::refuted) return "";
  const auto drift = open_drift(law, statistics, fit, decisive);
  if (!drift) return "";
  verdict.outcome = Outcome::inconclusive;
  return fmt::format(
      "; pre-asymptotic: the local exponent, {:.4g} at the last sizes, still drifts towards the "
      "band, by {:+.2g} for each factor e of the size",
      drift->slope, drift->rate);
}

// Of a law beside a constant: what that is, and whether it can be told from the exponent.
std::string explain_constant(const PowerLawFit& fit) {
  if (!fit.constant) return "";
  const bool apart =
      std::all_of(fit.exponents.begin(), fit.exponents.end(), [](const ExponentRegion& exponent) {
        const Bounds& region = exponent.outer;
        return (region.lower > 0 || region.upper < 0) && std::isfinite(region.lower) &&
               std::isfinite(region.upper);
      });
  if (!apart) return "; the constant and the exponent can't be told apart on these sizes";
  if (!fit.constant_region) {
    return fmt::format("; the constant beside it is {:.4g}", *fit.constant);
  }
  return fmt::format("; the constant is {:.4g}, in [{:.4g}, {:.4g}]", *fit.constant,
                     fit.constant_region->lower, fit.constant_region->upper);
}

void conclude(Verdict& verdict, const PowerLaw& law, const Statistics& statistics,
              const PowerLawFit& fit, const std::vector<Band>& bands, Polarity polarity,
              const std::optional<PointStatistic>& few, const std::string& left_out) {
  const Judgement judgement = judge(law, polarity, bands, fit.exponents);
  const Band& decisive = bands[judgement.decisive];
  verdict.outcome = judgement.outcome;
  verdict.reason = describe(verdict.estimates[judgement.decisive], decisive.limit,
                            judgement.outcome, verdict.alpha);
  verdict.reason += left_out + explain_constant(fit);
  if (!fit.adequate) verdict.reason += explain_misfit(law, statistics, fit, verdict.alpha);
  if (few) verdict.reason += explain_doubt(*few, verdict.alpha);
  const std::string why = withheld(verdict, law, statistics, fit, decisive);
  verdict.reason += why;
  if (verdict.outcome == Outcome::inconclusive) {
    // Until the errors can be trusted nothing tells what larger sizes would bring.
    verdict.need = few && why.empty() ? Need::more_trials : need_of(law, bands, fit);
    if (!why.empty()) verdict.need = Need::larger_sizes;
    verdict.asked_for = few && why.empty() ? "more trials would tell"
                        : fit.adequate     ? asked_for(verdict.need, statistics, bands)
                                           : "sizes farther out, or a law that fits, would decide";
    verdict.reason += "; " + verdict.asked_for;
  }
  if (!judgement.carried) withhold(verdict, polarity);
}

// The summaries of all points, with the law at those that it was fitted to.
std::vector<PointSummary> fitted_points(const Statistics& all, const Statistics& part,
                                        const PowerLawFit& fit) {
  std::vector<PointSummary> points = point_summaries(all);
  for (std::size_t i = 0; i < part.points.size(); ++i) {
    const auto at = std::find_if(points.begin(), points.end(), [&](const PointSummary& p) {
      return p.at.key() == part.points[i].at.key();
    });
    at->fitted = std::exp(fit.fitted[i]);
  }
  return points;
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
  const Statistics doubted = few ? with_unseen(statistics, alpha) : statistics;
  const PowerLawFit whole =
      fit_power_law(law, doubted, {.edge = exponent_chance_at_edge, .alpha = alpha});
  const auto part = whole.adequate ? std::nullopt : asymptotic_part(law, doubted, alpha);
  // Sizes that were chosen by how a law fits them have half of the level.
  const PowerLawFit fit = part
                              ? fit_power_law(law, part->statistics,
                                              {.edge = exponent_chance_at_edge, .alpha = alpha / 2})
                              : whole;
  Verdict verdict;
  verdict.alpha = alpha;
  verdict.model = fit.model;
  verdict.goodness_of_fit = fit.goodness_of_fit;
  verdict.points = fitted_points(statistics, part ? part->statistics : statistics, fit);
  std::vector<Band> bands;
  for (std::size_t j = 0; j < law.factors.size(); ++j) {
    const Factor& factor = law.factors[j];
    bands.push_back(band_of(law, factor, prediction.band(), limit_of(factor, statistics)));
    verdict.estimates.push_back(estimate_of(factor, bands[j], fit.exponents[j]));
  }
  conclude(verdict, law, part ? part->statistics : statistics, fit, bands, polarity, few,
           part ? fmt::format("; the sizes {} are left out, for no law fits with them (p = {:.2g})",
                              part->left_out, whole.goodness_of_fit)
                : "");
  return verdict;
}

}  // namespace asymptest
