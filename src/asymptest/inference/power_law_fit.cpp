#include "asymptest/inference/power_law_fit.hpp"

#include <fmt/format.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>

#include "asymptest/inference/law_profile.hpp"
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

// How far the misfit may exceed the least one within a region.
struct Threshold {
  double noise_variance = 1, degrees = 0;

  /// For a region that misses with `chance` (over both sides), where `parameters` are tested at
  /// once.
  [[nodiscard]] double at(double chance, int parameters = 1) const {
    if (!(degrees > 0)) return std::numeric_limits<double>::infinity();
    if (parameters > 1) {
      return noise_variance * parameters * fisher_quantile(chance, parameters, degrees);
    }
    const double t = two_sided_quantile(chance, degrees);
    return noise_variance * t * t;
  }
};

Threshold threshold(const Statistics& statistics, double misfit, double residual_degrees,
                    bool adequate) {
  if (statistics.noise_is_known && adequate) return {1, statistics.degrees};
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

// Parameters of a family of finite-size laws: C, a, an amplitude and θ.
constexpr double free_parameters = 4;
// The simple families decide near the band's edge unless the other ones fit better by this much in
// misfit, twice the number of parameters that they have more (Akaike 1974).
constexpr double decisive_gain = 4;

// The fits of least misfit of each family, and the best of them all and of the simple ones.
struct FamilyFits {
  std::vector<LawFit> each;
  LawFit best, simple;
};

FamilyFits family_fits(const LawProfile& profile) {
  FamilyFits fits;
  fits.best.misfit = fits.simple.misfit = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < profile.families().size(); ++i) {
    fits.each.push_back(profile.best(i));
    const LawFit& f = fits.each.back();
    if (f.misfit < fits.best.misfit) fits.best = f;
    if (profile.families()[i].in_inner && f.misfit < fits.simple.misfit) fits.simple = f;
  }
  return fits;
}

// The hull of the exponents with which some family's misfit is within its limit.
class Hull {
 public:
  explicit Hull(const LawProfile& profile) : profile_(profile) {}

  void add(const LawFit& best, double limit) {
    if (!(best.misfit <= limit)) return;
    if (std::isinf(limit)) {
      interval_ = {-limit, limit};
      return;
    }
    if (extends(best, interval_.lower, -1, limit)) interval_.lower = profile_.edge(best, -1, limit);
    if (extends(best, interval_.upper, +1, limit)) interval_.upper = profile_.edge(best, +1, limit);
  }
  [[nodiscard]] const Interval& interval() const { return interval_; }

 private:
  // Whether the family reaches beyond the bound so far: one evaluation rather than a search.
  [[nodiscard]] bool extends(const LawFit& best, double bound, int direction, double limit) const {
    if (std::isinf(bound)) return bound * direction < 0;
    return direction * (best.exponent - bound) > 0 ||
           profile_.at(bound, best.family).misfit <= limit;
  }

  const LawProfile& profile_;
  Interval interval_{std::numeric_limits<double>::infinity(),
                     -std::numeric_limits<double>::infinity()};
};

// The region that decides near the band's edge, of the simple families unless others fit decidedly
// better.
Interval inner_region(const LawProfile& profile, const FamilyFits& fits, const Threshold& limit,
                      double chance, bool simple) {
  Hull hull(profile);
  const double least = simple ? fits.simple.misfit : fits.best.misfit;
  for (const LawFit& f : fits.each) {
    if (simple && !profile.families()[f.family].in_inner) continue;
    hull.add(f, least + limit.at(chance));
  }
  return hull.interval();
}

// The region, over all families, that holds the true exponent at the confidence stated.
Interval guard_region(const LawProfile& profile, const FamilyFits& fits, const Threshold& limit,
                      double chance) {
  double least = std::numeric_limits<double>::infinity();
  for (const LawFit& f : fits.each) {
    least =
        std::min(least, f.misfit + limit.noise_variance * profile.families()[f.family].handicap);
  }
  Hull hull(profile);
  for (const LawFit& f : fits.each) {
    hull.add(f, least + limit.at(chance, 1 + profile.families()[f.family].fewer_parameters));
  }
  return hull.interval();
}

ExponentRegion regions(const LawProfile& profile, const FamilyFits& fits, const Threshold& limit,
                       const RegionChances& chances) {
  const bool simple = fits.simple.misfit - fits.best.misfit <= decisive_gain * limit.noise_variance;
  const LawFit& center = simple ? fits.simple : fits.best;
  return {center.exponent, inner_region(profile, fits, limit, 2 * chances.edge, simple),
          guard_region(profile, fits, limit, 2 * chances.alpha),
          guard_region(profile, fits, limit, chances.alpha)};
}

ExponentRegion turned(ExponentRegion r, double direction) {
  if (direction > 0) return r;
  const auto negated = [](const Interval& i) { return Interval{-i.upper, -i.lower}; };
  return {-r.estimate, negated(r.inner), negated(r.guard), negated(r.outer)};
}

PowerLawFit fit_one_factor(const PowerLaw& law, const Statistics& statistics,
                           const RegionChances& chances) {
  const Factor& factor = law.factors.front();
  const Regressor sizes = regressor(factor, statistics);
  require_sizes(factor, sizes.logs);
  double resolution = statistics.noise_is_known ? 1 : std::numeric_limits<double>::epsilon();
  std::vector<Observation> observations;
  for (std::size_t i = 0; i < sizes.logs.size(); ++i) {
    const PointStatistic& p = statistics.points[i];
    observations.push_back({sizes.logs[i], p.log_value, p.error});
    if (statistics.noise_is_known) resolution = std::min(resolution, p.error);
  }
  std::optional<double> omega;
  if (law.correction) omega = law.correction->exponent;
  const LawProfile profile(std::move(observations), finite_size_families(omega, law.up_to_logs),
                           resolution);
  const FamilyFits fits = family_fits(profile);
  const LawFit& best = fits.best;
  const double residual = static_cast<double>(sizes.logs.size()) - free_parameters;
  PowerLawFit fit;
  fit.goodness_of_fit = goodness(statistics, best.misfit, residual);
  fit.adequate = !(fit.goodness_of_fit < least_goodness);
  const Threshold limit = threshold(statistics, best.misfit, residual, fit.adequate);
  fit.exponents = {turned(regions(profile, fits, limit, chances), sizes.direction)};
  fit.fitted = profile.log_fitted(best);
  const std::string size = sizes.direction > 0 ? factor.name : fmt::format("(1/{})", factor.name);
  fit.model = "power law " + profile.families()[best.family].describe(best.theta, size);
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
  const auto share = static_cast<double>(factors);  // Bonferroni
  PowerLawFit fit;
  fit.goodness_of_fit = goodness(statistics, best->misfit, residual);
  fit.adequate = !(fit.goodness_of_fit < least_goodness);
  const Threshold limit = threshold(statistics, best->misfit, residual, fit.adequate);
  for (std::size_t j = 0; j < factors; ++j) {
    const auto column = static_cast<Eigen::Index>(1 + j);
    fit.exponents.push_back(
        turned({best->coefficients[column],
                hull(fits, column, best->misfit + limit.at(2 * chances.edge / share)),
                hull(fits, column, best->misfit + limit.at(2 * chances.alpha / share)),
                hull(fits, column, best->misfit + limit.at(chances.alpha / share))},
               sizes[j].direction));
  }
  fit.fitted.assign(best->fitted.begin(), best->fitted.end());
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
