#include "asymptest/inference/power_law_fit.hpp"

#include <fmt/format.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>

#include "asymptest/inference/corrected_fit.hpp"
#include "asymptest/inference/quantiles.hpp"

namespace asymptest {
namespace {

// Sizes of one factor: below four, a correction can't be told from the exponent.
constexpr std::size_t fewest_sizes = 4;
// A fit whose misfit has a smaller chance than this is not believed.
constexpr double least_goodness = 0.01;

// Logarithms of a factor's regressor at each point, turned so that they grow towards the limit:
// sizes that are all 1 or less are small parameters, whose law speaks of the limit 0.
struct Regressor {
  std::vector<double> logs;
  double direction = 1;
};

Regressor regressor(const Factor& factor, const Statistics& statistics) {
  Regressor r;
  for (const PointStatistic& p : statistics.points) r.logs.push_back(std::log(factor.at(p.at)));
  if (*std::max_element(r.logs.begin(), r.logs.end()) <= 0) {
    r.direction = -1;
    for (double& x : r.logs) x = -x;
  }
  return r;
}

void require_sizes(const Factor& factor, std::vector<double> logs) {
  std::sort(logs.begin(), logs.end());
  const auto distinct =
      static_cast<std::size_t>(std::unique(logs.begin(), logs.end()) - logs.begin());
  if (distinct < fewest_sizes) {
    throw std::invalid_argument(
        fmt::format("factor '{}' takes {} different sizes, expected at least {}", factor.name,
                    distinct, fewest_sizes));
  }
}

// Squared threshold on the misfit's excess, for a region that misses with `chance`.
struct Threshold {
  double noise_variance = 1, degrees = 0;
  [[nodiscard]] double at(double chance) const {
    if (!(degrees > 0)) return std::numeric_limits<double>::infinity();
    const double t = two_sided_quantile(chance, degrees);
    return noise_variance * t * t;
  }
};

Threshold threshold(const Statistics& statistics, double misfit, double residual_degrees) {
  if (statistics.noise_is_known) return {1, statistics.degrees};
  // Exact data fit to rounding: a few units in the last place of the logarithm.
  constexpr double rounding = 8 * std::numeric_limits<double>::epsilon();
  return {misfit / std::max(residual_degrees, 1.0) + rounding * rounding, residual_degrees};
}

double goodness(const Statistics& statistics, double misfit, double residual_degrees) {
  if (!statistics.noise_is_known || residual_degrees < 1) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  return fisher_tail(misfit / residual_degrees, residual_degrees, statistics.degrees);
}

// The last exponent on one side whose misfit is within the limit.
double edge(const CorrectedProfile& profile, double start, double direction, double limit) {
  constexpr double farthest = 64;
  double inside = 0, outside = 1e-12;
  while (profile.misfit_at(start + direction * outside) <= limit) {
    inside = outside;
    outside *= 2;
    if (outside > farthest) return direction * std::numeric_limits<double>::infinity();
  }
  for (int i = 0; i < 30 && outside - inside > 1e-6 * outside; ++i) {
    const double middle = (inside + outside) / 2;
    (profile.misfit_at(start + direction * middle) <= limit ? inside : outside) = middle;
  }
  return start + direction * outside;
}

Interval region(const CorrectedProfile& profile, const CorrectedFit& best, double excess) {
  if (std::isinf(excess)) return {-excess, excess};
  return {edge(profile, best.exponent, -1, best.misfit + excess),
          edge(profile, best.exponent, +1, best.misfit + excess)};
}

ExponentRegion turned(ExponentRegion r, double direction) {
  if (direction > 0) return r;
  return {-r.estimate, {-r.inner.upper, -r.inner.lower}, {-r.outer.upper, -r.outer.lower}};
}

PowerLawFit fit_one_factor(const PowerLaw& law, const Statistics& statistics,
                           const RegionChances& chances) {
  const Regressor sizes = regressor(law.factors.front(), statistics);
  require_sizes(law.factors.front(), sizes.logs);
  std::vector<Observation> observations;
  for (std::size_t i = 0; i < sizes.logs.size(); ++i) {
    const PointStatistic& p = statistics.points[i];
    observations.push_back({sizes.logs[i], p.log_value, p.error});
  }
  CorrectionRange range;
  if (law.correction) range.omega_lower = range.omega_upper = law.correction->exponent;
  const CorrectedProfile profile(observations, range);
  const CorrectedFit best = profile.best();
  const double residual = static_cast<double>(observations.size()) - (law.correction ? 3 : 4);
  const Threshold limit = threshold(statistics, best.misfit, residual);
  PowerLawFit fit;
  fit.exponents = {turned({best.exponent, region(profile, best, limit.at(chances.inner)),
                           region(profile, best, limit.at(chances.outer))},
                          sizes.direction)};
  for (const double x : sizes.logs) fit.fitted.push_back(best.log_at(x));
  fit.goodness_of_fit = goodness(statistics, best.misfit, residual);
  fit.adequate = !(fit.goodness_of_fit < least_goodness);
  fit.model = fmt::format("power law with a correction 1 + {:.3g} {}^{:.3g}", best.amplitude,
                          law.factors.front().name, -best.omega * sizes.direction);
  return fit;
}

// With several factors the correction of each enters the logarithm as b·x^−ω, for ω of each factor
// among these.
constexpr double omegas[] = {0.25, 0.5, 1, 2};

struct LinearFit {
  Eigen::VectorXd coefficients, variances, fitted;
  double misfit = std::numeric_limits<double>::infinity();
};

LinearFit least_squares(const Eigen::MatrixXd& design, const Eigen::VectorXd& value,
                        const Eigen::VectorXd& error) {
  const Eigen::VectorXd weight = error.cwiseInverse();
  const Eigen::MatrixXd scaled = weight.asDiagonal() * design;
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver(scaled);
  LinearFit fit;
  if (solver.rank() < design.cols()) return fit;
  fit.coefficients = solver.solve(weight.cwiseProduct(value));
  fit.fitted = design * fit.coefficients;
  fit.misfit = weight.cwiseProduct(value - fit.fitted).squaredNorm();
  fit.variances = (scaled.transpose() * scaled).inverse().diagonal();
  return fit;
}

std::vector<LinearFit> fits_over_omegas(const std::vector<Regressor>& sizes,
                                        const Eigen::VectorXd& value, const Eigen::VectorXd& error,
                                        const std::vector<double>& allowed) {
  const auto factors = static_cast<Eigen::Index>(sizes.size());
  Eigen::MatrixXd design = Eigen::MatrixXd::Ones(value.size(), 1 + 2 * factors);
  std::vector<LinearFit> fits;
  const std::function<void(Eigen::Index)> fill = [&](Eigen::Index j) {
    if (j == factors) {
      fits.push_back(least_squares(design, value, error));
      return;
    }
    const auto& logs = sizes[static_cast<std::size_t>(j)].logs;
    const auto x = Eigen::Map<const Eigen::VectorXd>(logs.data(), value.size());
    design.col(1 + j) = x;
    for (const double omega : allowed) {
      design.col(1 + factors + j) = (-omega * (x.array() - x.minCoeff())).exp();
      fill(j + 1);
    }
  };
  fill(0);
  return fits;
}

Interval hull(const std::vector<LinearFit>& fits, Eigen::Index column, double limit) {
  Interval all{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const LinearFit& f : fits) {
    if (!(f.misfit <= limit)) continue;
    const double reach = std::sqrt((limit - f.misfit) * f.variances[column]);
    all.lower = std::min(all.lower, f.coefficients[column] - reach);
    all.upper = std::max(all.upper, f.coefficients[column] + reach);
  }
  return all;
}

PowerLawFit fit_several_factors(const PowerLaw& law, const Statistics& statistics,
                                const RegionChances& chances) {
  const std::size_t n = statistics.points.size(), factors = law.factors.size();
  std::vector<Regressor> sizes;
  for (const Factor& f : law.factors) {
    sizes.push_back(regressor(f, statistics));
    require_sizes(f, sizes.back().logs);
  }
  Eigen::VectorXd value(n), error(n);
  for (std::size_t i = 0; i < n; ++i) {
    value[static_cast<Eigen::Index>(i)] = statistics.points[i].log_value;
    error[static_cast<Eigen::Index>(i)] = statistics.points[i].error;
  }
  std::vector<double> allowed(std::begin(omegas), std::end(omegas));
  if (law.correction) allowed = {law.correction->exponent};
  const auto fits = fits_over_omegas(sizes, value, error, allowed);
  const auto best = std::min_element(
      fits.begin(), fits.end(), [](const auto& a, const auto& b) { return a.misfit < b.misfit; });
  const double residual = static_cast<double>(n) - 1 - 2 * static_cast<double>(factors);
  if (!std::isfinite(best->misfit)) {
    throw std::invalid_argument(
        fmt::format("{} design points can't tell the exponents of {} factors apart", n, factors));
  }
  const Threshold limit = threshold(statistics, best->misfit, residual);
  const auto share = static_cast<double>(factors);  // Bonferroni
  PowerLawFit fit;
  for (std::size_t j = 0; j < factors; ++j) {
    const auto column = static_cast<Eigen::Index>(1 + j);
    fit.exponents.push_back(
        turned({best->coefficients[column],
                hull(fits, column, best->misfit + limit.at(chances.inner / share)),
                hull(fits, column, best->misfit + limit.at(chances.outer / share))},
               sizes[j].direction));
  }
  fit.fitted.assign(best->fitted.begin(), best->fitted.end());
  fit.goodness_of_fit = goodness(statistics, best->misfit, residual);
  fit.adequate = !(fit.goodness_of_fit < least_goodness);
  fit.model = "power law with a correction in each factor";
  return fit;
}

}  // namespace

PowerLawFit fit_power_law(const PowerLaw& law, const Statistics& statistics,
                          const RegionChances& chances) {
  return law.factors.size() == 1 ? fit_one_factor(law, statistics, chances)
                                 : fit_several_factors(law, statistics, chances);
}

}  // namespace asymptest
