#include "asymptest/inference/fit/constant_fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"
#include "asymptest/inference/correction/nonnegative_least_squares.hpp"
#include "asymptest/inference/fit/regressor.hpp"

namespace asymptest {
namespace {

// E, A, a and the amplitude of a correction.
constexpr double constant_parameters = 4;
// A correction's amplitude at the smallest size, of A·x^a there or of what that changes by.
constexpr double most_correction = 0.3;
// The plain law decides near the band's edge unless a correction fits better by this much, twice
// the number of parameters that it has more (Akaike 1974).
constexpr double decisive_correction = 2;
// Exponents are searched in terms of the sweep's log range. Beyond the farthest all sizes but one
// lie on the constant.
constexpr double farthest_exponent = 40, exponent_step = 0.1;

// Of a law that grows: x^a·log(x/x₀), with log(x_min/x₀) between these parts of the log range.
constexpr double least_log_offset = 0.1, most_log_offset = 1.1;

// How the law may differ from E + A·x^a: by a factor 1 + b·(x/x_min)^−ω at the latter, ω = |a| or
// `omega`; or by a logarithm.
struct ConstantCorrection {
  enum class Kind { none, proportional, fixed, logarithm };
  Kind kind = Kind::none;
  double omega = 0;

  [[nodiscard]] bool none() const { return kind == Kind::none; }
};
constexpr ConstantCorrection constant_corrections[] = {{},
                                                       {ConstantCorrection::Kind::proportional, 0},
                                                       {ConstantCorrection::Kind::fixed, 1},
                                                       {ConstantCorrection::Kind::fixed, 2},
                                                       {ConstantCorrection::Kind::logarithm, 0}};

struct ConstantLaw {
  double constant = 0;
  std::vector<double> values;
};

/// Misfit Σ((fitted − observed)/error)² as a function of the exponent.
class ConstantProfile {
 public:
  ConstantProfile(const Statistics& statistics, const Regressor& sizes) {
    const auto [low, high] = std::minmax_element(sizes.logs.begin(), sizes.logs.end());
    range_ = *high - *low;
    double weights = 0, sum = 0;
    for (std::size_t i = 0; i < sizes.logs.size(); ++i) {
      const PointStatistic& p = statistics.points[i];
      const double value = std::exp(p.log_value), weight = 1 / (p.error * value);
      position_.push_back((sizes.logs[i] - *low) / range_);
      weight_.push_back(weight);
      weights += weight * weight, sum += weight * weight * value;
    }
    mean_weight_ = weights;
    mean_ = sum / weights;
    for (std::size_t i = 0; i < position_.size(); ++i) {
      target_.push_back(weight_[i] * (std::exp(statistics.points[i].log_value) - mean_));
    }
  }

  [[nodiscard]] double range() const { return range_; }

  /// `scaled` is the exponent times the log range.
  [[nodiscard]] double misfit(double scaled, const ConstantCorrection& correction) const {
    return fit(scaled, correction).first.misfit;
  }

  [[nodiscard]] ConstantLaw law(double scaled, const ConstantCorrection& correction) const {
    const auto [best, rays] = fit(scaled, correction);
    ConstantLaw law;
    const std::size_t n = position_.size();
    for (std::size_t i = 0; i < n; ++i) {
      double sum = 0;
      for (std::size_t k = 0; k * n < rays.size(); ++k) sum += best.weights[k] * rays[k * n + i];
      law.values.push_back(mean_ + sum / weight_[i]);
    }
    law.constant = constant_of(scaled, law.values);
    return law;
  }

 private:
  // (x^a − 1)/a, and log x for a = 0: what is left of A·x^a beside a constant, of order 1.
  [[nodiscard]] static double power(double scaled, double position) {
    // From the end at which it is largest.
    const double at = scaled > 0 ? position - 1 : position;
    if (std::abs(scaled) < 1e-8) return at;
    return std::expm1(scaled * at) / scaled * std::max(1.0, std::abs(scaled));
  }

  // The amplitude of x^a in `power` at the smallest size, at most what that changes by.
  [[nodiscard]] static double amplitude_of(double scaled) {
    if (std::abs(scaled) < 1e-8) return 1;
    const double change = std::min(1.0, std::abs(std::expm1(scaled)));
    return change * std::max(1.0, std::abs(scaled)) / std::abs(scaled) *
           (scaled > 0 ? std::exp(-scaled) : 1);
  }

  // The weighted deviations from the weighted mean: the constant is eliminated.
  void eliminate_constant(std::span<double> ray) const {
    double sum = 0;
    for (std::size_t i = 0; i < ray.size(); ++i) sum += weight_[i] * weight_[i] * ray[i];
    const double mean = sum / mean_weight_;
    for (std::size_t i = 0; i < ray.size(); ++i) ray[i] = weight_[i] * (ray[i] - mean);
  }

  // x^a·(c + log(x/x_min)) for the least c and the largest.
  void write_logarithms(double scaled, double sign, std::span<double> rays) const {
    const std::size_t n = position_.size();
    for (std::size_t i = 0; i < n; ++i) {
      const double g = sign * std::exp(scaled * (position_[i] - 1));
      rays[i] = g * (position_[i] + least_log_offset) / (1 + least_log_offset);
      rays[n + i] = g * (position_[i] + most_log_offset) / (1 + most_log_offset);
    }
    for (std::size_t k = 0; k < 2; ++k) eliminate_constant(rays.subspan(k * n, n));
  }

  [[nodiscard]] std::vector<double> rays_of(double scaled, const ConstantCorrection& correction,
                                            double sign) const {
    const std::size_t n = position_.size();
    std::vector<double> rays((correction.none() ? 1 : 2) * n);
    if (correction.kind == ConstantCorrection::Kind::logarithm) {
      write_logarithms(scaled, sign, rays);
      return rays;
    }
    const double largest = most_correction * amplitude_of(scaled);
    const bool proportional = correction.kind == ConstantCorrection::Kind::proportional;
    const double omega = proportional ? std::abs(scaled) : correction.omega * range_;
    for (std::size_t i = 0; i < n; ++i) {
      const double g = sign * power(scaled, position_[i]);
      const double most = largest * std::exp((scaled - omega) * position_[i]);
      rays[i] = correction.none() ? g : g - most;
      if (!correction.none()) rays[n + i] = g + most;
    }
    for (std::size_t k = 0; k * n < rays.size(); ++k) {
      eliminate_constant(std::span(rays).subspan(k * n, n));
    }
    return rays;
  }

  [[nodiscard]] std::pair<NonnegativeFit, std::vector<double>> fit(
      double scaled, const ConstantCorrection& correction) const {
    std::pair<NonnegativeFit, std::vector<double>> best;
    best.first.misfit = std::numeric_limits<double>::infinity();
    // A logarithm of a law that falls to its limit can't be told from another exponent.
    if (correction.kind == ConstantCorrection::Kind::logarithm && !(scaled > 0)) return best;
    for (const double sign : {1.0, -1.0}) {
      std::vector<double> rays = rays_of(scaled, correction, sign);
      const NonnegativeFit fit = nonnegative_least_squares(rays, target_);
      if (fit.misfit < best.first.misfit) best = {fit, std::move(rays)};
    }
    return best;
  }

  // E of the plain law through the fitted values: their weighted regression on x^a.
  [[nodiscard]] double constant_of(double scaled, const std::vector<double>& values) const {
    double mean_power = 0, mean_value = 0;
    std::vector<double> powers;
    for (std::size_t i = 0; i < values.size(); ++i) {
      powers.push_back(std::exp(scaled * (position_[i] - (scaled > 0 ? 1 : 0))));
      mean_power += weight_[i] * weight_[i] * powers[i] / mean_weight_;
      mean_value += weight_[i] * weight_[i] * values[i] / mean_weight_;
    }
    double product = 0, square = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double w = weight_[i] * weight_[i], d = powers[i] - mean_power;
      product += w * d * (values[i] - mean_value), square += w * d * d;
    }
    return mean_value - product / square * mean_power;
  }

  std::vector<double> position_;  ///< 0 at the smallest size, 1 at the largest, on the logarithm
  std::vector<double> weight_;    ///< 1/error
  std::vector<double> target_;
  double range_ = 1, mean_weight_ = 0, mean_ = 0;
};

/// The profile of one correction on the grid of exponents, and its least misfit.
struct ConstantFamily {
  ConstantCorrection correction;
  std::vector<double> misfits;
  double scaled = 0, misfit = 0;
};

double grid_exponent(std::size_t i) {
  return -farthest_exponent + static_cast<double>(i) * exponent_step;
}

ConstantFamily family_of(const ConstantProfile& profile, const ConstantCorrection& correction) {
  constexpr auto nodes = static_cast<std::size_t>(2 * farthest_exponent / exponent_step) + 1;
  constexpr int bits = 40;
  ConstantFamily family{.correction = correction, .misfits = {}};
  for (std::size_t i = 0; i < nodes; ++i) {
    family.misfits.push_back(profile.misfit(grid_exponent(i), correction));
  }
  const auto least = std::min_element(family.misfits.begin(), family.misfits.end());
  const double node = grid_exponent(static_cast<std::size_t>(least - family.misfits.begin()));
  std::tie(family.scaled, family.misfit) =
      boost::math::tools::brent_find_minima([&](double t) { return profile.misfit(t, correction); },
                                            node - exponent_step, node + exponent_step, bits);
  if (*least < family.misfit) family.scaled = node, family.misfit = *least;
  return family;
}

// Where the misfit crosses the limit between an exponent within and one beyond.
double crossing(const ConstantProfile& profile, const ConstantCorrection& correction, double within,
                double beyond, double limit) {
  constexpr int halvings = 40;
  for (int i = 0; i < halvings; ++i) {
    const double middle = (within + beyond) / 2;
    (profile.misfit(middle, correction) <= limit ? within : beyond) = middle;
  }
  return beyond;
}

// All exponents of the family whose misfit is within the limit, in terms of the log range.
Bounds region_of(const ConstantProfile& profile, const ConstantFamily& family, double limit) {
  const std::size_t last = family.misfits.size() - 1;
  std::size_t first_in = last + 1, last_in = 0;
  for (std::size_t i = 0; i <= last; ++i) {
    if (!(family.misfits[i] <= limit)) continue;
    first_in = std::min(first_in, i), last_in = i;
  }
  double lower = family.scaled, upper = family.scaled;
  if (first_in <= last) {
    lower = std::min(lower, grid_exponent(first_in));
    upper = std::max(upper, grid_exponent(last_in));
  }
  // The next node beyond an exponent within lies outside, for it is no node within.
  const auto edge = [&](double within, double direction) {
    constexpr double rounding = 1e-9;
    const double place = (within + farthest_exponent) / exponent_step;
    const double next =
        direction < 0 ? std::ceil(place - rounding) - 1 : std::floor(place + rounding) + 1;
    if (next < 0 || next > static_cast<double>(last)) {
      return direction * std::numeric_limits<double>::infinity();
    }
    const double beyond = grid_exponent(static_cast<std::size_t>(next));
    return crossing(profile, family.correction, within, beyond, limit);
  };
  return {edge(lower, -1), edge(upper, +1)};
}

struct ConstantFits {
  std::vector<ConstantFamily> families;  ///< the plain law first
  double best = std::numeric_limits<double>::infinity();

  [[nodiscard]] const ConstantFamily& plain() const { return families.front(); }
  [[nodiscard]] bool plain_is_enough(double noise_variance) const {
    return plain().misfit - best <= decisive_correction * noise_variance;
  }
  [[nodiscard]] const ConstantFamily& centre(double noise_variance) const {
    if (plain_is_enough(noise_variance)) return plain();
    return *std::min_element(families.begin(), families.end(),
                             [](const auto& a, const auto& b) { return a.misfit < b.misfit; });
  }
};

Bounds hull_of(const ConstantProfile& profile, const ConstantFits& fits, std::size_t count,
               double limit) {
  Bounds hull{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (std::size_t f = 0; f < count; ++f) {
    if (!(fits.families[f].misfit <= limit)) continue;
    const Bounds one = region_of(profile, fits.families[f], limit);
    hull = {std::min(hull.lower, one.lower), std::max(hull.upper, one.upper)};
  }
  return {hull.lower / profile.range(), hull.upper / profile.range()};
}

ExponentRegion constant_regions(const ConstantProfile& profile, const ConstantFits& fits,
                                const LikelihoodRatioLimit& limit, const RegionChances& chances) {
  const double variance = limit.noise_variance;
  const bool plain = fits.plain_is_enough(variance);
  const double least = std::min(fits.plain().misfit, fits.best + decisive_correction * variance);
  return {fits.centre(variance).scaled / profile.range(),
          hull_of(profile, fits, plain ? 1 : fits.families.size(),
                  (plain ? fits.plain().misfit : fits.best) + limit.at(2 * chances.edge)),
          hull_of(profile, fits, fits.families.size(), least + limit.at_bounds(chances.alpha))};
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

}  // namespace

PowerLawFit fit_beside_constant(const PowerLaw& law, const Statistics& statistics,
                                const RegionChances& chances) {
  require_plain(law);
  const Regressor sizes = regressor(law.factors.front(), statistics);
  const ConstantProfile profile(statistics, sizes);
  ConstantFits fits;
  for (const ConstantCorrection& c : constant_corrections) {
    fits.families.push_back(family_of(profile, c));
    fits.best = std::min(fits.best, fits.families.back().misfit);
  }
  FitQuality quality = fit_quality(statistics, fits.best, constant_parameters, chances.alpha);
  const ConstantFamily& centre = fits.centre(quality.limit.noise_variance);
  const ConstantLaw fitted = profile.law(centre.scaled, centre.correction);
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
  fit.model = fmt::format("power law beside a constant of {:.4g}{}", fitted.constant,
                          centre.correction.none() ? "" : ", with a correction or a logarithm");
  return fit;
}

}  // namespace asymptest
