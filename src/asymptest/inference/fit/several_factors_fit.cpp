#include "asymptest/inference/fit/several_factors_fit.hpp"

#include <fmt/format.h>

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/fit/basis/serial_order.hpp"
#include "asymptest/inference/fit/grid_fit.hpp"
#include "asymptest/linear_algebra/generalised_inverse.hpp"

namespace asymptest {
namespace {

// The correction of each factor enters the logarithm as b·x^−ω, for ω among these: a factor of two
// apart, so that the exponents between them are mimicked by a change of b.
constexpr double omegas[] = {0.25, 0.5, 1, 2};

struct Data {
  std::vector<Regressor> factors;
  Eigen::VectorXd value, weight;  ///< logarithms, and one over their errors
};

Data data_of(const PowerLaw& law, const Statistics& statistics) {
  Data data;
  for (const Factor& f : law.factors) data.factors.push_back(regressor(f, statistics));
  const auto n = static_cast<Eigen::Index>(statistics.points.size());
  data.value.resize(n);
  data.weight.resize(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const PointStatistic& p = statistics.points[static_cast<std::size_t>(i)];
    data.value[i] = p.log_value;
    data.weight[i] = 1 / p.error;
  }
  return data;
}

struct LinearFit {
  Eigen::VectorXd coefficients, variances, fitted;
  double misfit = std::numeric_limits<double>::infinity();  ///< infinite: not identified
};

LinearFit least_squares(const Eigen::MatrixXd& design, const Data& data) {
  LinearFit fit;
  const auto inverse = generalised_inverse(data.weight.asDiagonal() * design);
  if (!inverse) return fit;
  fit.coefficients = *inverse * data.weight.cwiseProduct(data.value);
  fit.fitted = design * fit.coefficients;
  fit.misfit = data.weight.cwiseProduct(data.value - fit.fitted).squaredNorm();
  fit.variances = inverse->rowwise().squaredNorm();
  return fit;
}

// Fits the law for every combination of the factors' ω. Columns: 1, log x of each factor, x^−ω of
// each factor.
std::vector<LinearFit> fits_over_omegas(const Data& data, const std::vector<double>& allowed) {
  const auto factors = static_cast<Eigen::Index>(data.factors.size());
  Eigen::MatrixXd design = Eigen::MatrixXd::Ones(data.value.size(), 1 + 2 * factors);
  std::vector<LinearFit> fits;
  const std::function<void(Eigen::Index)> fill = [&](Eigen::Index j) {
    if (j == factors) {
      fits.push_back(least_squares(design, data));
      return;
    }
    const auto& logs = data.factors[static_cast<std::size_t>(j)].logs;
    const auto x = Eigen::Map<const Eigen::VectorXd>(logs.data(), data.value.size());
    design.col(1 + j) = x;
    for (const double omega : allowed) {
      design.col(1 + factors + j) = (-omega * (x.array() - x.minCoeff())).exp();
      fill(j + 1);
    }
  };
  fill(0);
  return fits;
}

Bounds hull(const std::vector<LinearFit>& fits, Eigen::Index column, double limit) {
  Bounds all{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const LinearFit& f : fits) {
    if (std::isinf(f.misfit) || !(f.misfit <= limit)) continue;
    const double reach = std::sqrt((limit - f.misfit) * f.variances[column]);
    all.lower = std::min(all.lower, f.coefficients[column] - reach);
    all.upper = std::max(all.upper, f.coefficients[column] + reach);
  }
  return all;
}

std::vector<ExponentRegion> regions(const Data& data, const std::vector<LinearFit>& fits,
                                    const LinearFit& best, const LikelihoodRatioLimit& limit,
                                    const RegionChances& chances) {
  const auto share = static_cast<double>(data.factors.size());  // Bonferroni
  std::vector<ExponentRegion> all;
  for (std::size_t j = 0; j < data.factors.size(); ++j) {
    const auto column = static_cast<Eigen::Index>(1 + j);
    const ExponentRegion region{
        best.coefficients[column],
        hull(fits, column, best.misfit + limit.at(2 * chances.edge / share)),
        hull(fits, column, best.misfit + limit.at(chances.alpha / share))};
    all.push_back(data.factors[j].direction > 0 ? region : region.negated());
  }
  return all;
}

std::vector<double> residuals_of(const Data& data, const LinearFit& best) {
  const Eigen::VectorXd left = data.value - best.fitted;
  return most_serial_residuals(data.factors, std::vector<double>(left.begin(), left.end()));
}

}  // namespace

PowerLawFit fit_several_factors(const PowerLaw& law, const Statistics& statistics,
                                const RegionChances& chances) {
  if (const auto fit = fit_on_grid(law, statistics, chances)) return *fit;
  const Data data = data_of(law, statistics);
  std::vector<double> allowed(std::begin(omegas), std::end(omegas));
  if (law.correction) allowed = {law.correction->exponent};
  const auto fits = fits_over_omegas(data, allowed);
  const LinearFit& best = *std::min_element(
      fits.begin(), fits.end(), [](const auto& a, const auto& b) { return a.misfit < b.misfit; });
  if (std::isinf(best.misfit)) {
    throw std::invalid_argument(
        fmt::format("{} design points can't tell the exponents and corrections of {} factors apart",
                    statistics.points.size(), law.factors.size()));
  }
  const double parameters = 1 + 2 * static_cast<double>(law.factors.size());
  const FitQuality quality = fit_quality(statistics, best.misfit, parameters,
                                         chances.alpha / static_cast<double>(law.factors.size()),
                                         residuals_of(data, best));
  LikelihoodRatioLimit with_more_trials = quality.limit;
  with_more_trials.noise_variance /= more_trials_factor;
  PowerLawFit fit;
  fit.exponents = regions(data, fits, best, quality.limit, chances);
  fit.with_more_trials = regions(data, fits, best, with_more_trials, chances);
  fit.fitted.assign(best.fitted.begin(), best.fitted.end());
  fit.goodness_of_fit = quality.p_value;
  fit.adequate = quality.adequate;
  fit.model = "power law with a correction in each factor";
  return fit;
}

}  // namespace asymptest
