#include "asymptest/inference/laws/power/power_law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/fit/power_law_fit.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/laws/power/asymptotic_part.hpp"
#include "asymptest/inference/laws/power/bounded_power_law.hpp"
#include "asymptest/inference/laws/power/exponent_band.hpp"
#include "asymptest/inference/laws/power/open_drift.hpp"
#include "asymptest/inference/laws/power/written_power_law.hpp"
#include "asymptest/inference/sample/effective_sample_size.hpp"
#include "asymptest/inference/sample/paired_summaries.hpp"
#include "asymptest/inference/verdict/polarity_rule.hpp"
#include "asymptest/inference/verdict/region.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

const PowerLaw& checked_power_law(const Prediction& prediction, double alpha) {
  const auto* law = std::get_if<PowerLaw>(&prediction.kind());
  if (law == nullptr) throw std::invalid_argument("the prediction is not a power law");
  if (!(prediction.band() > 0)) {
    throw std::invalid_argument("the power law has no band, expected `within` a positive one");
  }
  require_alpha(alpha);
  return *law;
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
std::string asked_for(Need need, const Statistics& statistics,
                      const std::vector<ExponentBand>& bands) {
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
  if (need == Need::more_trials && !statistics.noise_is_known) {
    return "more sizes would decide, or several trials at each, if they differ";
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
                     const PowerLawFit& fit, const ExponentBand& decisive) {
  if (verdict.outcome != Outcome::inconclusive && !fit.adequate) {
    const std::string_view would_be = name_of(verdict.outcome);
    verdict.outcome = Outcome::inconclusive;
    return fmt::format("; it would be {} if a law fitted", would_be);
  }
  if (verdict.outcome != Outcome::refuted) return "";
  const auto drift = open_drift(law, statistics, fit, decisive);
  if (!drift) return "";
  verdict.outcome = Outcome::inconclusive;
  return "; " + describe(*drift);
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

// What decides: one factor outside its band or across its edge, or all of them within theirs.
std::string describe_decisive(const Verdict& verdict, const std::vector<ExponentBand>& bands,
                              const BandJudgement& judgement) {
  const auto words = [&](std::size_t j) {
    return describe(verdict.estimates[j], bands[j].limit, judgement.outcome, verdict.alpha);
  };
  if (judgement.outcome != Outcome::supported) return words(judgement.decisive);
  std::string text;
  for (std::size_t j = 0; j < bands.size(); ++j) text += (j == 0 ? "" : "; ") + words(j);
  return text;
}

void conclude(Verdict& verdict, const PowerLaw& law, const Statistics& statistics,
              const PowerLawFit& fit, const std::vector<ExponentBand>& bands, Polarity polarity,
              const std::optional<PointStatistic>& few, const std::string& left_out) {
  const BandJudgement judgement = judge_bands(law, polarity, bands, fit.exponents);
  const ExponentBand& decisive = bands[judgement.decisive];
  verdict.outcome = judgement.outcome;
  verdict.reason = describe_decisive(verdict, bands, judgement);
  verdict.reason += left_out + explain_constant(fit);
  if (!fit.adequate) verdict.reason += explain_misfit(law, statistics, fit, verdict.alpha);
  if (few) verdict.reason += explain_doubt(*few, verdict.alpha);
  const std::string why = withheld(verdict, law, statistics, fit, decisive);
  verdict.reason += why;
  if (verdict.outcome == Outcome::inconclusive) {
    if (fit.adequate && !fit.rival.empty()) {
      verdict.reason += fmt::format(
          "; what may be hidden reaches farthest: {} fits too, unless theory excludes it",
          fit.rival);
    }
    // Until the errors can be trusted nothing tells what larger sizes would bring.
    verdict.need = few && why.empty() ? Need::more_trials : need_of(law, bands, fit);
    if (!why.empty()) verdict.need = Need::larger_sizes;
    verdict.asked_for = few && why.empty() ? "more trials would tell"
                        : fit.adequate     ? asked_for(verdict.need, statistics, bands)
                                           : "sizes farther out, or a law that fits, would decide";
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

// Beside an unknown constant nothing hinges on the sign of what is measured, but the summaries do.
Statistics summarised(const PowerLaw& law, std::span<const PointTrials> trials) {
  try {
    return summarise(law, trials);
  } catch (const std::domain_error& problem) {
    if (!law.plus_constant) throw;
    throw std::domain_error(
        fmt::format("{}; E takes up any constant: add one to all trials that makes them positive",
                    problem.what()));
  }
}

}  // namespace

Verdict decide_power_law(const Prediction& prediction, Polarity polarity,
                         std::span<const PointTrials> trials, double alpha) {
  const PowerLaw& law = checked_power_law(prediction, alpha);
  if (is_assumption_free(law.summary)) {
    return decide_bounded_power_law(law, prediction.band(), polarity, trials, alpha);
  }
  const Statistics statistics = summarised(law, trials);
  const auto decide = [&](const Statistics& from) {
    return decide_power_law(prediction, polarity, from, alpha);
  };
  return is_of_own_data(law) ? decide_written(trials, statistics, decide) : decide(statistics);
}

Verdict decide_power_law(const Prediction& prediction, Polarity polarity,
                         const Statistics& statistics, double alpha) {
  const PowerLaw& law = checked_power_law(prediction, alpha);
  require(!is_assumption_free(law.summary),
          "a {} is decided from the trials themselves, expected trials, not summaries",
          name_of(law.summary));
  if (statistics.points.empty()) throw std::invalid_argument("there are no trials to decide from");
  const auto few = rests_on_few(statistics, alpha);
  const Statistics doubted = few ? with_unseen(statistics, alpha) : statistics;
  const RegionChances chances{exponent_chance_at_edge, alpha, prediction.band()};
  const PowerLawFit whole = fit_power_law(law, doubted, chances);
  const auto part = whole.adequate ? std::nullopt : asymptotic_part(law, doubted, alpha);
  // Sizes that were chosen by how a law fits them have half of the level.
  const PowerLawFit fit =
      part ? fit_power_law(law, part->statistics, {chances.edge, alpha / 2, chances.band}) : whole;
  Verdict verdict;
  verdict.alpha = alpha;
  verdict.model = fit.model;
  verdict.goodness_of_fit = fit.goodness_of_fit;
  verdict.points = fitted_points(statistics, part ? part->statistics : statistics, fit);
  std::vector<ExponentBand> bands;
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
