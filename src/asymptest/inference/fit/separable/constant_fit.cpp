#include "asymptest/inference/fit/separable/constant_fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <vector>

#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"
#include "asymptest/inference/fit/basis/growth.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/fit/separable/constant_profile.hpp"
#include "asymptest/inference/fit/separable/exponent_profile.hpp"

namespace asymptest {
namespace {

// E, A, a and the amplitude of a correction.
constexpr double constant_parameters = 4;
// Exponents are searched in terms of the sweep's log range. Beyond the farthest all sizes but one
// lie on the constant.
constexpr double farthest_scaled_exponent = 40, scaled_exponent_step = 0.1;

// The plain law decides near the band's edge unless a correction fits better by this much, twice
// the number of parameters that it has more (Akaike 1974).
constexpr double decisive_correction = 2;
constexpr ConstantCorrection constant_corrections[] = {{},
                                                       {ConstantCorrection::Kind::proportional, 0},
                                                       {ConstantCorrection::Kind::fixed, 1},
                                                       {ConstantCorrection::Kind::fixed, 2},
                                                       {ConstantCorrection::Kind::logarithm, 0}};

/// The profile of one correction.
struct ConstantFamily {
  ConstantCorrection correction;
  ExponentProfile profile;
};

ConstantFamily family_of(const ConstantProfile& law, const ConstantCorrection& correction) {
  return {correction,
          {[&law, correction](double scaled) { return law.misfit(scaled, correction); },
           farthest_scaled_exponent, scaled_exponent_step}};
}

struct ConstantFits {
  std::vector<ConstantFamily> families;  ///< the plain law first
  /// Of a measured cost: a logarithm from which each size may depart by a few per cent. It guards
  /// alone: the others are not measured against its misfit.
  std::optional<ConstantFamily> guard;
  double best = std::numeric_limits<double>::infinity();

  [[nodiscard]] const ConstantFamily& plain() const { return families.front(); }
  [[nodiscard]] bool plain_is_enough(double noise_variance) const {
    return plain().profile.misfit() - best <= decisive_correction * noise_variance;
  }
  [[nodiscard]] const ConstantFamily& centre(double noise_variance) const {
    if (plain_is_enough(noise_variance)) return plain();
    return *std::min_element(families.begin(), families.end(), [](const auto& a, const auto& b) {
      return a.profile.misfit() < b.profile.misfit();
    });
  }
};

Bounds hull_of(const ConstantProfile& profile, const ConstantFits& fits, std::size_t count,
               double limit) {
  Bounds hull{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (std::size_t f = 0; f < count; ++f) {
    if (!(fits.families[f].profile.misfit() <= limit)) continue;
    const Bounds one = fits.families[f].profile.within(limit);
    hull = {std::min(hull.lower, one.lower), std::max(hull.upper, one.upper)};
  }
  return {hull.lower / profile.range(), hull.upper / profile.range()};
}

Bounds guarded(const ConstantProfile& profile, const ConstantFits& fits, Bounds region,
               double limit) {
  if (!fits.guard || !(fits.guard->profile.misfit() <= limit)) return region;
  const Bounds one = fits.guard->profile.within(limit);
  return {std::min(region.lower, one.lower / profile.range()),
          std::max(region.upper, one.upper / profile.range())};
}

ExponentRegion constant_regions(const ConstantProfile& profile, const ConstantFits& fits,
                                const LikelihoodRatioLimit& limit, const RegionChances& chances) {
  const double variance = limit.noise_variance;
  const bool plain = fits.plain_is_enough(variance);
  const double least =
      std::min(fits.plain().profile.misfit(), fits.best + decisive_correction * variance);
  const double outer = least + limit.at_bounds(chances.alpha);
  return {fits.centre(variance).profile.exponent() / profile.range(),
          hull_of(profile, fits, plain ? 1 : fits.families.size(),
                  (plain ? fits.plain().profile.misfit() : fits.best) + limit.at(2 * chances.edge)),
          guarded(profile, fits, hull_of(profile, fits, fits.families.size(), outer), outer)};
}

void require_plain(const PowerLaw& law) {
  if (law.factors.size() == 1 && !law.up_to_logs && !law.correction && !law.period) return;
  throw std::invalid_argument(
      "a law beside a constant has one factor, and neither logarithms nor a declared correction "
      "nor a period");
}

std::vector<double> logs_of(const std::vector<double>& values) {
  std::vector<double> logs;
  for (const double v : values) {
    logs.push_back(std::log(std::max(v, std::numeric_limits<double>::min())));
  }
  return logs;
}

// E + A·x^a through the fitted value that lies farthest from E.
LogLaw extended(const Regressor& sizes, const ConstantLaw& law, double exponent) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < law.values.size(); ++i) {
    if (std::abs(law.values[i] - law.constant) > std::abs(law.values[at] - law.constant)) at = i;
  }
  return [=, direction = sizes.direction, constant = law.constant,
          change = law.values[at] - law.constant, log_size = sizes.logs[at]](double size) {
    const double ratio = std::exp(exponent * (direction * std::log(size) - log_size));
    return std::log(std::max(constant + change * ratio, std::numeric_limits<double>::min()));
  };
}

}  // namespace

PowerLawFit fit_beside_constant(const PowerLaw& law, const Statistics& statistics,
                                const RegionChances& chances) {
  require_plain(law);
  const Regressor sizes = regressor(law.factors.front(), statistics);
  const ConstantProfile profile(statistics, sizes);
  const ConstantProfile bent(with_discrepancy(statistics, cost_discrepancy), sizes);
  ConstantFits fits;
  if (growth_of(law, statistics, sizes) == Growth::measured_cost) {
    fits.guard = family_of(bent, {ConstantCorrection::Kind::logarithm, 0});
  }
  for (const ConstantCorrection& c : constant_corrections) {
    fits.families.push_back(family_of(profile, c));
    fits.best = std::min(fits.best, fits.families.back().profile.misfit());
  }
  FitQuality quality = fit_quality(statistics, fits.best, constant_parameters, chances.alpha);
  const ConstantFamily& centre = fits.centre(quality.limit.noise_variance);
  const ConstantLaw fitted = profile.law(centre.profile.exponent(), centre.correction);
  const auto turned = [&](const ExponentRegion& r) {
    return sizes.direction > 0 ? r : r.negated();
  };
  PowerLawFit fit;
  fit.exponents = {turned(constant_regions(profile, fits, quality.limit, chances))};
  LikelihoodRatioLimit with_more_trials = quality.limit;
  with_more_trials.noise_variance /= more_trials_factor;
  fit.with_more_trials = {turned(constant_regions(profile, fits, with_more_trials, chances))};
  fit.fitted = logs_of(fitted.values);
  fit.goodness_of_fit = quality.p_value;
  fit.adequate = quality.adequate;
  fit.constant = fitted.constant;
  fit.law_at = [sizes, profile](double exponent) {
    const double turned_exponent = sizes.direction * exponent;
    return extended(sizes, profile.law(turned_exponent * profile.range(), {}), turned_exponent);
  };
  fit.model = fmt::format("power law beside a constant of {:.4g}{}", fitted.constant,
                          centre.correction.none() ? "" : ", with a correction or a logarithm");
  return fit;
}

}  // namespace asymptest
