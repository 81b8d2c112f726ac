#include "asymptest/inference/fit/one_factor_fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "asymptest/inference/correction/drift.hpp"
#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"
#include "asymptest/inference/correction/period_lag.hpp"
#include "asymptest/inference/correction/profile_likelihood.hpp"
#include "asymptest/inference/fit/basis/beside_a_jump.hpp"
#include "asymptest/inference/fit/basis/growth.hpp"
#include "asymptest/inference/fit/basis/hidden_limit.hpp"
#include "asymptest/inference/fit/basis/last_sizes.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"

namespace asymptest {
namespace {

// Parameters of a family of finite-size laws: a and θ, and in each phase C and an amplitude, of
// which a lone size fixes one.
constexpr double common_parameters = 2;
constexpr std::size_t phase_parameters = 2;
// The simple families decide near the band's edge unless the other ones fit better by this much in
// misfit per phase, twice the number of parameters that they have more (Akaike 1974).
constexpr double decisive_gain = 4;

// The fits of least misfit of each family, and the best of them all and of the simple ones.
struct FamilyFits {
  std::vector<LawFit> each;
  std::vector<LawFit> guards;  ///< that only keep the power alone from being believed
  LawFit best{.misfit = std::numeric_limits<double>::infinity()};
  LawFit simple{.misfit = std::numeric_limits<double>::infinity()};
  double told_apart = 0;  ///< misfit of the nearest guard two bands from x^a alone
  double noise_variance = 1;
  double phases = 1;  ///< those that tell of the exponent

  [[nodiscard]] bool simple_is_enough() const {
    return simple.misfit - best.misfit <= decisive_gain * phases * noise_variance;
  }
};

// Adds the fits of the families that need evidence, or of those that don't.
void add_fits(FamilyFits& fits, const ProfileLikelihood& profile, bool with_evidence) {
  for (std::size_t i = 0; i < profile.families().size(); ++i) {
    const FiniteSize& family = profile.families()[i];
    if (family.needs_evidence != with_evidence) continue;
    fits.each.push_back(profile.best(i));
    const LawFit& f = fits.each.back();
    if (family.discrepancy > 0) continue;
    if (f.misfit < fits.best.misfit) fits.best = f;
    if (family.in_inner && f.misfit < fits.simple.misfit) fits.simple = f;
  }
}

void add_guards(FamilyFits& fits, const ProfileLikelihood& profile) {
  for (std::size_t i = 0; i < profile.families().size(); ++i) {
    if (profile.families()[i].guards_the_power) fits.guards.push_back(profile.best(i));
  }
}

// How much worse than the best law a guard must fit for x^a alone to be believed: so much that the
// guard, where it is true, is taken for that with the chance `chance` at most (Neyman and Pearson
// 1933); less where that would cost verdicts on x^a alone, for the design can't tell the two apart.
double guard_limit(const LikelihoodRatioLimit& limit, double told_apart, double chance) {
  constexpr double least_chance = 0.12;       // 6 % on each side, whatever the design
  constexpr double quantile_of_cost = 2.054;  // 2 % of the verdicts on x^a alone, on each side
  const double most = limit.at(2 * chance), least = std::min(limit.at(least_chance), most);
  // Where x^a alone is true the excess is normal about `told_apart`, with twice its root.
  const double spread = 2 * std::sqrt(told_apart * limit.noise_variance);
  return std::clamp(told_apart - quantile_of_cost * spread, least, most);
}

// The hull of the exponents with which some family's misfit is within its limit.
class Hull {
 public:
  explicit Hull(const ProfileLikelihood& profile) : profile_(profile) {}
  Hull(const ProfileLikelihood& profile, const Bounds& held) : profile_(profile), interval_(held) {}

  void add(const LawFit& best, double limit) {
    if (!(best.misfit <= limit)) return;
    if (std::isinf(limit)) {
      interval_ = {-limit, limit};
      return;
    }
    if (extends(best, interval_.lower, -1, limit)) interval_.lower = profile_.edge(best, -1, limit);
    if (extends(best, interval_.upper, +1, limit)) interval_.upper = profile_.edge(best, +1, limit);
  }
  [[nodiscard]] const Bounds& interval() const { return interval_; }

 private:
  // Whether the family reaches beyond the bound so far: one evaluation rather than a search.
  [[nodiscard]] bool extends(const LawFit& best, double bound, int direction, double limit) const {
    if (std::isinf(bound)) return bound * direction < 0;
    return direction * (best.exponent - bound) > 0 ||
           profile_.at(bound, best.family).misfit <= limit;
  }

  const ProfileLikelihood& profile_;
  Bounds interval_{std::numeric_limits<double>::infinity(),
                   -std::numeric_limits<double>::infinity()};
};

// The region that decides near the band's edge, of the simple families unless others fit decidedly
// better.
Bounds inner_region(const ProfileLikelihood& profile, const FamilyFits& fits,
                    const LikelihoodRatioLimit& limit, double chance) {
  const bool simple = fits.simple_is_enough();
  Hull hull(profile);
  const double least = simple ? fits.simple.misfit : fits.best.misfit;
  for (const LawFit& f : fits.each) {
    if (simple && !profile.families()[f.family].in_inner) continue;
    hull.add(f, least + limit.at(chance));
  }
  return hull.interval();
}

// A correction of unknown exponent may lie on the bound of its exponent and of its amplitude.
double outer_limit(const FiniteSize& family, const LikelihoodRatioLimit& limit, double chance) {
  if (family.fewer_parameters > 0) return limit.at(chance, 1 + family.fewer_parameters);
  return family.upper > family.lower ? limit.at_bounds(chance) : limit.at(chance);
}

// Up to which misfit each law belongs to the region that holds the true exponent at the confidence
// stated.
std::vector<std::pair<LawFit, double>> outer_limits(const ProfileLikelihood& profile,
                                                    const FamilyFits& fits,
                                                    const LikelihoodRatioLimit& limit,
                                                    double chance) {
  double least = std::numeric_limits<double>::infinity();
  for (const LawFit& f : fits.each) {
    const FiniteSize& family = profile.families()[f.family];
    if (family.discrepancy > 0) continue;
    least = std::min(least, f.misfit + fits.noise_variance * (family.handicap + family.penalty));
  }
  std::vector<std::pair<LawFit, double>> limits;
  for (const LawFit& f : fits.each) {
    const FiniteSize& family = profile.families()[f.family];
    limits.emplace_back(
        f, least + outer_limit(family, limit, chance) - fits.noise_variance * family.penalty);
  }
  const double guarded = guard_limit(limit, fits.told_apart, chance);
  for (const LawFit& f : fits.guards) limits.emplace_back(f, least + guarded);
  return limits;
}

// The region, over all families, that holds the true exponent at the confidence stated.
Bounds outer_region(const ProfileLikelihood& profile, const FamilyFits& fits,
                    const LikelihoodRatioLimit& limit, double chance) {
  Hull hull(profile);
  for (const auto& [f, most] : outer_limits(profile, fits, limit, chance)) hull.add(f, most);
  return hull.interval();
}

bool is_hidden_logarithm(const FiniteSize& family) { return family.is_hidden_logarithm(); }

bool is_hidden(const FiniteSize& family) {
  return is_hidden_logarithm(family) || family.needs_evidence;
}

// The law of least misfit with an exponent, but for hidden logarithms.
LawFit least_at(const ProfileLikelihood& profile, double exponent) {
  LawFit best{.misfit = std::numeric_limits<double>::infinity()};
  for (std::size_t i = 0; i < profile.families().size(); ++i) {
    if (is_hidden_logarithm(profile.families()[i])) continue;
    if (const LawFit f = profile.at(exponent, i); f.misfit < best.misfit) best = f;
  }
  return best;
}

// A law that nobody spoke of, at the end of its region that lies farthest beyond all others'.
struct HiddenLaw {
  LawFit fit;
  double beyond = 0;
};

// The one of them that reaches farthest.
std::optional<HiddenLaw> farthest_hidden(const ProfileLikelihood& profile, const FamilyFits& fits,
                                         const LikelihoodRatioLimit& limit, double chance,
                                         bool (*is_hidden)(const FiniteSize&)) {
  const auto limits = outer_limits(profile, fits, limit, chance);
  Hull others(profile);
  for (const auto& [f, most] : limits) {
    if (!is_hidden(profile.families()[f.family])) others.add(f, most);
  }
  const Bounds rest = others.interval();
  std::optional<HiddenLaw> farthest;
  for (const auto& [f, most] : limits) {
    if (!is_hidden(profile.families()[f.family]) || std::isinf(most)) continue;
    Hull with(profile, rest);
    with.add(f, most);
    const double below = rest.lower - with.interval().lower;
    const double above = with.interval().upper - rest.upper;
    const double beyond = std::max(below, above);
    if (!(beyond > (farthest ? farthest->beyond : 0))) continue;
    const double end = below > above ? with.interval().lower : with.interval().upper;
    farthest = HiddenLaw{std::isinf(end) ? f : profile.at(end, f.family), beyond};
  }
  return farthest;
}

ExponentRegion regions(const ProfileLikelihood& profile, const FamilyFits& fits,
                       const LikelihoodRatioLimit& limit, const RegionChances& chances) {
  const bool simple =
      fits.simple.misfit - fits.best.misfit <= decisive_gain * fits.phases * limit.noise_variance;
  const LawFit& centre = simple ? fits.simple : fits.best;
  return {centre.exponent, inner_region(profile, fits, limit, 2 * chances.edge),
          outer_region(profile, fits, limit, chances.alpha)};
}

Bounds united(const Bounds& a, const Bounds& b) {
  return {std::min(a.lower, b.lower), std::max(a.upper, b.upper)};
}

// The power of the last sizes that reaches farthest beyond a region; none if none does.
const LocalPower* farthest_beyond(const Bounds& region, const std::vector<LocalPower>& last,
                                  double most) {
  const LocalPower* farthest = nullptr;
  double beyond = 0;
  for (const LocalPower& power : last) {
    const Bounds own = power.within(most);
    const double reach = std::max(region.lower - own.lower, own.upper - region.upper);
    if (reach > beyond) farthest = &power, beyond = reach;
  }
  return farthest;
}

// Numbers without noise show by themselves where their local exponent goes, whatever the families
// hold: how closely these meet them is then no measure of how well the exponent is known.
std::optional<Bounds> limits_of_numbers(const PowerLaw& law, const Statistics& statistics,
                                        const ProfileLikelihood& profile) {
  if (statistics.noise_is_known || law.period || law.correction) return std::nullopt;
  return limits_of_local_exponent(profile.observations());
}

std::string describe_size(const Factor& factor, double direction) {
  return direction > 0 ? factor.name : fmt::format("(1/{})", factor.name);
}

// Of a law with its exponent: "x^-0.41 times (log(x/x0))^-1, …".
std::string describe(const ProfileLikelihood& profile, const LawFit& law, const Factor& factor,
                     double direction) {
  const FiniteSize& family = profile.families()[law.family];
  return fmt::format("{}^{:.3g} {}", factor.name, direction * law.exponent,
                     family.describe(law.theta, describe_size(factor, direction)));
}

std::string describe(const ProfileLikelihood& profile, const FamilyFits& fits, const Factor& factor,
                     double direction, std::optional<double> period) {
  const LawFit& best = fits.simple_is_enough() ? fits.simple : fits.best;
  const std::string wiggle = period ? fmt::format("over whole periods {:.4g} ", *period) : "";
  return "power law " + wiggle +
         profile.families()[best.family].describe(best.theta, describe_size(factor, direction));
}

// One phase, unless the law declares a period.
PhaseClasses phases_of(const PowerLaw& law, const Regressor& sizes) {
  if (law.period) {
    std::vector<double> logs = sizes.logs;
    for (double& log_size : logs) log_size *= sizes.direction;
    return phase_classes(logs, *law.period);
  }
  return {std::vector<std::size_t>(sizes.logs.size(), 0), {sizes.logs.size()}};
}

double parameters_of(const PhaseClasses& phases) {
  double count = common_parameters;
  for (const std::size_t sizes : phases.sizes) {
    count += static_cast<double>(std::min(sizes, phase_parameters));
  }
  return count;
}

// Each phase has amplitudes of its own, so that families differ by as many parameters per phase.
std::vector<FiniteSize> families_of(const PowerLaw& law, const Statistics& statistics,
                                    const Regressor& sizes, const PhaseClasses& phases) {
  std::optional<double> omega;
  if (law.correction) omega = law.correction->exponent;
  const auto [least, most] = std::minmax_element(sizes.logs.begin(), sizes.logs.end());
  auto families =
      finite_size_families(omega, law.up_to_logs, growth_of(law, statistics, sizes), *most - *least,
                           {.begins_early = law.may_begin_early,
                            .hides_terms = law.may_hide_terms,
                            .logarithms = !law.no_logarithms});
  const auto count = static_cast<int>(phases.with_lags());
  for (FiniteSize& family : families) {
    family.handicap *= count, family.penalty *= count, family.fewer_parameters *= count;
  }
  return families;
}

ProfileLikelihood profile_of(std::vector<FiniteSize> families, const Statistics& statistics,
                             const Regressor& sizes, const PhaseClasses& phases) {
  double resolution = statistics.noise_is_known ? 1 : std::numeric_limits<double>::epsilon();
  std::vector<Observation> observations;
  for (std::size_t i = 0; i < sizes.logs.size(); ++i) {
    const PointStatistic& p = statistics.points[i];
    observations.push_back({sizes.logs[i], p.log_value, p.error, phases.of[i]});
    if (statistics.noise_is_known) resolution = std::min(resolution, p.error);
  }
  return {std::move(observations), std::move(families), resolution};
}

// Log observed minus log fitted in the order of the sizes.
std::vector<double> residuals(const Statistics& statistics, const std::vector<double>& log_sizes,
                              const std::vector<double>& fitted) {
  std::vector<std::pair<double, double>> sorted;
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    sorted.emplace_back(log_sizes[i], statistics.points[i].log_value - fitted[i]);
  }
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> values;
  for (const auto& [log_size, residual] : sorted) values.push_back(residual);
  return values;
}

// How well the best of the families fits.
FitQuality quality_of(const ProfileLikelihood& profile, const FamilyFits& fits,
                      const Statistics& statistics, const Regressor& sizes,
                      const PhaseClasses& phases, double alpha) {
  return fit_quality(statistics, fits.best.misfit, parameters_of(phases), alpha,
                     residuals(statistics, sizes.logs, profile.log_fitted(fits.best)));
}

// The least misfit to x^a alone, as fitted, of a guard whose exponent lies two bands from it.
double distance_of_guards(const std::vector<FiniteSize>& families, Statistics statistics,
                          const Regressor& sizes, const PhaseClasses& phases, double band) {
  const ProfileLikelihood power = profile_of({power_alone()}, statistics, sizes, phases);
  const LawFit alone = power.best(0);
  const std::vector<double> fitted = power.log_fitted(alone);
  for (std::size_t i = 0; i < fitted.size(); ++i) statistics.points[i].log_value = fitted[i];
  std::vector<FiniteSize> guards = families;
  std::erase_if(guards, [](const FiniteSize& family) { return !family.guards_the_power; });
  const ProfileLikelihood to_power = profile_of(guards, statistics, sizes, phases);
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < guards.size(); ++i) {
    for (const double side : {-2.0, 2.0}) {
      least = std::min(least, to_power.at(alone.exponent + side * band, i).misfit);
    }
  }
  return least;
}

// Whether some law fits so much better than x^a alone that it is more than noise.
bool power_alone_fails(const FamilyFits& fits, const LikelihoodRatioLimit& limit,
                       const Statistics& statistics, const Regressor& sizes,
                       const PhaseClasses& phases, double chance) {
  const double alone = profile_of({power_alone()}, statistics, sizes, phases).best(0).misfit;
  return alone - fits.best.misfit > limit.at(chance, 2 * static_cast<int>(fits.phases));
}

// Whether the law may have changed its regime, or its quantity how it is measured.
bool may_change(const PowerLaw& law) {
  return law.may_hide_terms && !law.period && !law.correction && !law.up_to_logs;
}

// What no family of finite sizes holds.
struct OwnData {
  bool may_change = false;
  std::vector<LocalPower> powers;  ///< of parts of the sweep
  std::optional<HiddenLimit> limit;

  void look_for_changes(const Regressor& sizes, const Statistics& statistics,
                        const LikelihoodRatioLimit& noise, double least_misfit) {
    if (!may_change) return;
    powers = powers_of_last_sizes(sizes, statistics, noise);
    const auto beside = powers_beside_a_jump(sizes, statistics, noise, least_misfit);
    powers.insert(powers.end(), beside.begin(), beside.end());
  }
  void look_for_a_limit(const Regressor& sizes, const Statistics& statistics,
                        const LikelihoodRatioLimit& noise, double chance) {
    if (!may_change) return;
    limit = limit_behind_a_power(observed_in_order(sizes, statistics), noise, chance);
  }
  void look_for_a_break(const Regressor& sizes, const Statistics& statistics,
                        const LikelihoodRatioLimit& noise, double least_misfit) {
    if (!may_change || statistics.noise_is_known) return;
    const auto power = power_after_a_break(sizes, statistics, least_misfit, noise.noise_variance);
    if (power) powers.push_back(*power);
  }
  // What reaches farthest beyond a region, in words; empty if nothing does.
  [[nodiscard]] std::string farthest(const Bounds& region, double most, const Factor& factor,
                                     double direction) const {
    if (limit) {
      return fmt::format("{}^0, a limit that is {:.2g} of the rest at the last size,", factor.name,
                         limit->share);
    }
    const LocalPower* power = farthest_beyond(region, powers, most);
    if (power == nullptr) return "";
    return fmt::format("{}^{:.3g} over the {} {} sizes alone", factor.name,
                       direction * power->exponent, power->of_first ? "first" : "last",
                       power->count);
  }
};

}  // namespace

PowerLawFit fit_one_factor(const PowerLaw& law, const Statistics& statistics,
                           const RegionChances& chances) {
  const Factor& factor = law.factors.front();
  const Regressor sizes = regressor(factor, statistics);
  const PhaseClasses phases = phases_of(law, sizes);
  const ProfileLikelihood profile =
      profile_of(families_of(law, statistics, sizes, phases), statistics, sizes, phases);
  FamilyFits fits;
  fits.phases = static_cast<double>(phases.with_lags());
  add_fits(fits, profile, false);
  FitQuality quality = quality_of(profile, fits, statistics, sizes, phases, chances.alpha);
  OwnData own{may_change(law), {}, {}};
  const double evidence = law.may_hide_terms ? chance_of_evidence_in_own_data : chance_of_evidence;
  if (power_alone_fails(fits, quality.limit, statistics, sizes, phases, evidence)) {
    add_fits(fits, profile, true);
    quality = quality_of(profile, fits, statistics, sizes, phases, chances.alpha);
    own.look_for_changes(sizes, statistics, quality.limit, fits.best.misfit);
  } else {
    own.look_for_a_limit(sizes, statistics, quality.limit, chances.alpha);
    add_guards(fits, profile);
    fits.told_apart =
        distance_of_guards(profile.families(), statistics, sizes, phases, chances.band);
  }
  own.look_for_a_break(sizes, statistics, quality.limit, fits.best.misfit);
  fits.noise_variance = quality.limit.noise_variance;
  LikelihoodRatioLimit with_more_trials = quality.limit;
  with_more_trials.noise_variance /= more_trials_factor;
  const auto turned = [&](const ExponentRegion& r) {
    return sizes.direction > 0 ? r : r.negated();
  };
  const auto limits = limits_of_numbers(law, statistics, profile);
  const ExponentRegion of_families = regions(profile, fits, quality.limit, chances);
  const auto with_others = [&](ExponentRegion r, const LikelihoodRatioLimit& limit) {
    if (limits) r.outer = united(r.outer, *limits);
    for (const LocalPower& power : own.powers) {
      r.outer = united(r.outer, power.within(limit.at(chances.alpha)));
    }
    return turned(r);
  };
  PowerLawFit fit;
  fit.exponents = {with_others(of_families, quality.limit)};
  if (own.limit) fit.exponents.front().outer = united(fit.exponents.front().outer, {0, 0});
  fit.with_more_trials = {
      with_others(regions(profile, fits, with_more_trials, chances), with_more_trials)};
  const LawFit& centre = fits.simple_is_enough() ? fits.simple : fits.best;
  fit.fitted = profile.log_fitted(centre);
  if (!law.period) {
    fit.logarithm_is_open =
        farthest_hidden(profile, fits, quality.limit, chances.alpha, is_hidden_logarithm)
            .has_value();
    if (const auto hidden =
            farthest_hidden(profile, fits, quality.limit, chances.alpha, is_hidden)) {
      fit.rival = describe(profile, hidden->fit, factor, sizes.direction);
    }
    const std::string changed =
        own.farthest(of_families.outer, quality.limit.at(chances.alpha), factor, sizes.direction);
    if (!changed.empty()) fit.rival = changed;
    fit.law_at = [profile, direction = sizes.direction,
                  most = fits.best.misfit +
                         quality.limit.at_bounds(chances.alpha)](double exponent) -> LogLaw {
      const LawFit f = least_at(profile, direction * exponent);
      if (!(f.misfit <= most)) return {};
      return [=](double size) { return profile.log_fitted_at(f, direction * std::log(size)); };
    };
  }
  fit.goodness_of_fit = quality.p_value;
  fit.adequate = quality.adequate;
  fit.model = describe(profile, fits, factor, sizes.direction, law.period);
  return fit;
}

}  // namespace asymptest
