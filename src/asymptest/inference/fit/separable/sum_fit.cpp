#include "asymptest/inference/fit/separable/sum_fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"
#include "asymptest/inference/fit/basis/serial_order.hpp"
#include "asymptest/inference/fit/separable/exponent_profile.hpp"
#include "asymptest/inference/fit/separable/sum_profile.hpp"

namespace asymptest {
namespace {

// Exponents are searched in terms of the log range of their sizes.
constexpr double farthest_of_sum = 12, step_of_sum = 0.25;

// The law at one exponent with the other one free: from the best node of a
// grid, by Brent's method.
class OtherExponent {
 public:
  OtherExponent(const SumProfile& sum, std::size_t fixed) : sum_(&sum), fixed_(fixed) {
    for (double other = -farthest_of_sum; other <= farthest_of_sum; other += step_of_sum) {
      nodes_.push_back({other, sum.ray(1 - fixed, other)});
    }
  }

  // The best other exponent and its misfit.
  [[nodiscard]] std::pair<double, double> best(double exponent) const {
    constexpr int bits = 26;
    const auto ray = sum_->ray(fixed_, exponent);
    std::pair<double, double> node{0, std::numeric_limits<double>::infinity()};
    for (const Node& other : nodes_) {
      if (const double m = sum_->misfit(ray, other.ray); m < node.second)
        node = {other.exponent, m};
    }
    const auto found = boost::math::tools::brent_find_minima(
        [&](double other) { return sum_->misfit(ray, sum_->ray(1 - fixed_, other)); },
        node.first - step_of_sum, node.first + step_of_sum, bits);
    return found.second < node.second ? found : node;
  }

 private:
  struct Node {
    double exponent;
    std::vector<double> ray;
  };
  const SumProfile* sum_;
  std::size_t fixed_;
  std::vector<Node> nodes_;
};

struct SumFits {
  std::array<ExponentProfile, 2> profiles;
  std::array<double, 2> best;  ///< scaled exponents
  double misfit = 0;
};

ExponentProfile profile_of(const SumProfile& sum, std::size_t factor) {
  return {
      [&sum, factor](double exponent) { return OtherExponent(sum, factor).best(exponent).second; },
      farthest_of_sum, step_of_sum};
}

SumFits fits_of(const SumProfile& sum) {
  SumFits fits{{profile_of(sum, 0), profile_of(sum, 1)}, {}, 0};
  const double first = fits.profiles[0].exponent();
  fits.best = {first, OtherExponent(sum, 0).best(first).first};
  fits.misfit = std::min(fits.profiles[0].misfit(), fits.profiles[1].misfit());
  return fits;
}

// The hull of E over all exponents that fit: at given ones it is a normal
// estimate, whose misfit adds to theirs. Taken on a grid over the box of what
// fits.
Bounds constant_within(const SumProfile& sum, const SumFits& fits, double limit) {
  constexpr int nodes = 40;
  const Bounds first = fits.profiles[0].within(limit), second = fits.profiles[1].within(limit);
  Bounds hull{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  if (!std::isfinite(first.lower + first.upper + second.lower + second.upper)) {
    return {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  }
  const auto place = [](const Bounds& b, int i) {
    return b.lower + (b.upper - b.lower) * i / nodes;
  };
  const auto add = [&](double a, double b) {
    const SumFit fit = sum.fit(a, b);
    if (!(fit.misfit <= limit)) return;
    const double reach = std::sqrt((limit - fit.misfit) * fit.constant_variance);
    hull.lower = std::min(hull.lower, fit.constant - reach);
    hull.upper = std::max(hull.upper, fit.constant + reach);
  };
  add(fits.best[0], fits.best[1]);
  for (int i = 0; i <= nodes; ++i) {
    for (int j = 0; j <= nodes; ++j) add(place(first, i), place(second, j));
  }
  return hull;
}

void require_plain_sum(const PowerLaw& law) {
  if (law.factors.size() == 2 && !law.up_to_logs && !law.correction && !law.period) return;
  throw std::invalid_argument(
      "a sum of powers has two terms, and neither "
      "logarithms nor a declared correction nor a "
      "period");
}

std::vector<ExponentRegion> regions_of(const SumProfile& sum, const SumFits& fits,
                                       const std::array<Regressor, 2>& sizes,
                                       const LikelihoodRatioLimit& limit,
                                       const RegionChances& each) {
  std::vector<ExponentRegion> regions;
  for (std::size_t j = 0; j < 2; ++j) {
    const auto within = [&](double chance) {
      const Bounds b = fits.profiles[j].within(fits.misfit + limit.at(chance));
      return Bounds{b.lower / sum.range(j), b.upper / sum.range(j)};
    };
    const ExponentRegion region{fits.best[j] / sum.range(j), within(2 * each.edge),
                                within(each.alpha)};
    regions.push_back(sizes[j].direction > 0 ? region : region.negated());
  }
  return regions;
}

std::vector<double> positive_logs(const std::vector<double>& values) {
  std::vector<double> logs;
  for (const double v : values) {
    logs.push_back(std::log(std::max(v, std::numeric_limits<double>::min())));
  }
  return logs;
}

std::vector<double> residuals_of_sum(const Statistics& statistics,
                                     const std::vector<double>& fitted) {
  std::vector<double> residuals;
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    residuals.push_back(statistics.points[i].log_value - fitted[i]);
  }
  return residuals;
}

}  // namespace

PowerLawFit fit_sum(const PowerLaw& law, const Statistics& statistics,
                    const RegionChances& chances) {
  require_plain_sum(law);
  const std::array<Regressor, 2> sizes{regressor(law.factors[0], statistics),
                                       regressor(law.factors[1], statistics)};
  const SumProfile sum(statistics, sizes, law.plus_constant);
  const SumFits fits = fits_of(sum);
  const double questions = law.plus_constant ? 3 : 2;  // Bonferroni
  const RegionChances each{chances.edge / questions, chances.alpha / questions};
  const double parameters = law.plus_constant ? 5 : 4;
  const SumFit fitted = sum.fit(fits.best[0], fits.best[1]);
  const std::vector<double> logs = positive_logs(fitted.values);
  const FitQuality quality =
      fit_quality(statistics, fits.misfit, parameters, each.alpha,
                  most_serial_residuals(sizes, residuals_of_sum(statistics, logs)));
  LikelihoodRatioLimit with_more_trials = quality.limit;
  with_more_trials.noise_variance /= more_trials_factor;
  PowerLawFit fit;
  fit.exponents = regions_of(sum, fits, sizes, quality.limit, each);
  fit.with_more_trials = regions_of(sum, fits, sizes, with_more_trials, each);
  fit.fitted = logs;
  fit.goodness_of_fit = quality.p_value;
  fit.adequate = quality.adequate;
  fit.model = "sum of two powers";
  if (law.plus_constant) {
    fit.constant = fitted.constant;
    fit.constant_region = constant_within(sum, fits, fits.misfit + quality.limit.at(each.alpha));
    fit.model += fmt::format(" and a constant of {:.4g}", fitted.constant);
  }
  return fit;
}

}  // namespace asymptest
