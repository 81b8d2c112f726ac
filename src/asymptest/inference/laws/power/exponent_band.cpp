#include "asymptest/inference/laws/power/exponent_band.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/verdict/polarity_rule.hpp"
#include "asymptest/inference/verdict/region.hpp"

namespace asymptest {
namespace {

bool supports(const ExponentBand& b, const ExponentRegion& r) {
  const Bounds region = decision_region(b, r);
  return region.lower >= b.band.lower && region.upper <= b.band.upper;
}

bool lies_above(const ExponentBand& b, const ExponentRegion& r) {
  return decision_region(b, r).lower > b.band.upper;
}

bool lies_below(const ExponentBand& b, const ExponentRegion& r) {
  return decision_region(b, r).upper < b.band.lower;
}

bool refutes(const ExponentBand& b, const ExponentRegion& r) {
  return lies_above(b, r) || lies_below(b, r);
}

// A bound of the truth from one side carries only the conclusions of that side.
bool may_support(Polarity polarity, Relation relation) {
  return (relation == Relation::at_least || can_show_at_most(polarity)) &&
         (relation == Relation::at_most || can_show_at_least(polarity));
}

bool may_refute(Polarity polarity, const ExponentBand& b, const ExponentRegion& r) {
  const bool larger = lies_above(b, r) != b.turned();
  return larger ? can_show_at_least(polarity) : can_show_at_most(polarity);
}

// Of 1 − alpha, to two figures of alpha: "99", "99.999995", never "100".
std::string percent_beyond(double alpha) {
  constexpr int most_decimals = 14;
  const int decimals =
      std::clamp(1 - static_cast<int>(std::floor(std::log10(100 * alpha))), 0, most_decimals);
  std::string text = fmt::format("{:.{}f}", 100 * (1 - alpha), decimals);
  if (text.find('.') != std::string::npos) text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string describe_band(const Estimate& e) {
  if (std::isinf(e.band_lower)) return fmt::format("at most {:.4g}", e.band_upper);
  if (std::isinf(e.band_upper)) return fmt::format("at least {:.4g}", e.band_lower);
  return fmt::format("{:.4g} ± {:.4g}", e.predicted, e.predicted - e.band_lower);
}

// Whether the regions are no wider than three quarters of their bands: around the truth, wherever
// that is, they would decide.
bool narrow_enough(const std::vector<ExponentBand>& bands,
                   const std::vector<ExponentRegion>& regions) {
  constexpr double part_of_band = 1.5;  // of the 2·width that a band has
  for (std::size_t j = 0; j < bands.size(); ++j) {
    const Bounds region = decision_region(bands[j], regions[j]);
    if (!(region.upper - region.lower <= part_of_band * bands[j].width)) return false;
  }
  return true;
}

}  // namespace

ExponentBand band_of(const PowerLaw& law, const Factor& factor, double width, Towards limit) {
  const double a = factor.exponent;
  ExponentBand b{a, width, {a - width, a + width}, limit};
  if (law.relation == Relation::theta) return b;
  if ((law.relation == Relation::at_most) != b.turned()) {
    b.band.lower = -infinity;
  } else {
    b.band.upper = infinity;
  }
  return b;
}

Bounds decision_region(const ExponentBand& b, const ExponentRegion& r) {
  return two_level(r.inner, r.outer, b.width);
}

double nearest_edge(const ExponentBand& b, const ExponentRegion& r) {
  return lies_above(b, r) ? b.band.upper : b.band.lower;
}

BandJudgement judge_bands(const PowerLaw& law, Polarity polarity,
                          const std::vector<ExponentBand>& bands,
                          const std::vector<ExponentRegion>& regions) {
  BandJudgement judgement{Outcome::supported, 0, may_support(polarity, law.relation)};
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

Need need_of(const PowerLaw& law, const std::vector<ExponentBand>& bands, const PowerLawFit& fit) {
  const BandJudgement later = judge_bands(law, Polarity::exact, bands, fit.with_more_trials);
  const bool trials_help =
      later.outcome != Outcome::inconclusive || narrow_enough(bands, fit.with_more_trials);
  return fit.adequate && trials_help ? Need::more_trials : Need::larger_sizes;
}

Estimate estimate_of(const Factor& factor, const ExponentBand& b, const ExponentRegion& r) {
  const Bounds region = decision_region(b, r);
  return {factor.name,  r.estimate,   r.outer.lower, r.outer.upper, b.predicted,
          b.band.lower, b.band.upper, region.lower,  region.upper};
}

std::string describe(const Estimate& e, Towards limit, Outcome outcome, double alpha) {
  constexpr std::string_view positions[] = {"lies within", "lies outside", "reaches across"};
  return fmt::format(
      "as {} -> {}, the exponent of {} is {:.4g}, {} % interval [{:.4g}, {:.4g}]; the region "
      "that decides, "
      "[{:.4g}, {:.4g}], {} {}",
      e.name, name_of(limit), e.name, e.estimate, percent_beyond(alpha), e.lower, e.upper,
      e.region_lower, e.region_upper, positions[static_cast<int>(outcome)], describe_band(e));
}

}  // namespace asymptest
