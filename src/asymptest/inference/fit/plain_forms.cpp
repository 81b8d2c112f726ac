#include "asymptest/inference/fit/plain_forms.hpp"

#include <fmt/format.h>

#include <Eigen/Core>
#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/linear_algebra/generalised_inverse.hpp"

namespace asymptest {
namespace {

/// Observations, with the basis of a law that is linear in its amplitudes.
class PlainProblem {
 public:
  PlainProblem(const Statistics& statistics, std::span<const double> sizes)
      : statistics_(statistics), sizes_(sizes.begin(), sizes.end()) {
    std::vector<double> different = sizes_;
    std::sort(different.begin(), different.end());
    different.erase(std::unique(different.begin(), different.end()), different.end());
    if (different.size() < fewest_sizes) {
      throw std::invalid_argument(
          fmt::format("{} different sizes, expected at least {}", different.size(), fewest_sizes));
    }
    least_ = different.front();
    range_ = different.back() - different.front();
  }

  [[nodiscard]] double range() const { return range_; }

  /// The amplitudes that fit best, and the misfit.
  [[nodiscard]] PlainFit solve(const Eigen::MatrixXd& basis) const {
    const auto count = static_cast<Eigen::Index>(sizes_.size());
    Eigen::MatrixXd weighted(count, basis.cols());
    Eigen::VectorXd target(count);
    for (Eigen::Index i = 0; i < count; ++i) {
      const PointStatistic& point = statistics_.points[static_cast<std::size_t>(i)];
      weighted.row(i) = basis.row(i) / (std::exp(point.log_value) * point.error);
      target(i) = 1 / point.error;
    }
    const Eigen::VectorXd amplitudes = pivoted_least_squares(weighted, target);
    const Eigen::VectorXd curve = basis * amplitudes;
    return {.misfit = (weighted * amplitudes - target).squaredNorm(),
            .parameters = {amplitudes.begin(), amplitudes.end()},
            .fitted = {curve.begin(), curve.end()}};
  }

  [[nodiscard]] Eigen::MatrixXd logarithm() const {
    Eigen::MatrixXd basis(sizes_.size(), 2);
    for (Eigen::Index i = 0; i < basis.rows(); ++i) {
      basis.row(i) << 1, std::log(sizes_[static_cast<std::size_t>(i)]);
    }
    return basis;
  }

  /// e^(−r(x − x_min)), and 1 where a constant stands beside it.
  [[nodiscard]] Eigen::MatrixXd exponential(double rate, bool beside_constant) const {
    Eigen::MatrixXd basis(sizes_.size(), beside_constant ? 2 : 1);
    for (Eigen::Index i = 0; i < basis.rows(); ++i) {
      basis(i, 0) = std::exp(-rate * (sizes_[static_cast<std::size_t>(i)] - least_));
      if (beside_constant) basis(i, 1) = 1;
    }
    return basis;
  }

  /// The amplitude A of e^(−r·x) for that of e^(−r(x − x_min)).
  [[nodiscard]] double at_zero(double amplitude, double rate) const {
    return amplitude * std::exp(rate * least_);
  }

  void judge(PlainFit& fit, double parameters, double alpha) const {
    std::vector<std::size_t> order(sizes_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return sizes_[a] < sizes_[b]; });
    std::vector<double> residuals;
    for (const std::size_t i : order) {
      // A curve that is not positive has no logarithm: its residual is relative.
      const double observed = std::exp(statistics_.points[i].log_value);
      residuals.push_back(1 - fit.fitted[i] / observed);
    }
    const FitQuality quality = fit_quality(statistics_, fit.misfit, parameters, alpha, residuals);
    fit.goodness_of_fit = quality.p_value;
    fit.adequate = quality.adequate;
  }

 private:
  const Statistics& statistics_;
  std::vector<double> sizes_;
  double least_ = 0, range_ = 0;
};

/// Rates in terms of the sizes' range: from a curve that is nearly a line to one that is over
/// within a hundredth of it, of either sign.
std::vector<double> rates_in_range() {
  constexpr double slowest = 0.01, fastest = 500, ratio = 1.15;
  std::vector<double> rates;
  for (double rate = fastest; rate > slowest; rate /= ratio) rates.push_back(-rate);
  for (std::size_t i = rates.size(); i-- > 0;) rates.push_back(-rates[i]);
  return rates;
}

PlainFit best_exponential(const PlainProblem& problem, bool beside_constant, double alpha) {
  const auto misfit = [&](double rate) {
    const double value =
        problem.solve(problem.exponential(rate / problem.range(), beside_constant)).misfit;
    return std::isfinite(value) ? value : std::numeric_limits<double>::max();
  };
  const std::vector<double> rates = rates_in_range();
  std::vector<double> misfits;
  for (const double rate : rates) misfits.push_back(misfit(rate));
  double best = 0, least = std::numeric_limits<double>::infinity();
  constexpr int digits = 40;
  for (std::size_t i = 1; i + 1 < rates.size(); ++i) {
    if (misfits[i] > misfits[i - 1] || misfits[i] > misfits[i + 1]) continue;
    const auto [rate, value] =
        boost::math::tools::brent_find_minima(misfit, rates[i - 1], rates[i + 1], digits);
    if (value < least) best = rate, least = value;
  }
  const double rate = best / problem.range();
  PlainFit fit = problem.solve(problem.exponential(rate, beside_constant));
  fit.parameters.front() = problem.at_zero(fit.parameters.front(), rate);
  fit.parameters.insert(fit.parameters.begin() + 1, rate);
  problem.judge(fit, beside_constant ? 3 : 2, alpha);
  return fit;
}

}  // namespace

PlainFit fit_logarithm(const Statistics& statistics, std::span<const double> sizes, double alpha) {
  const PlainProblem problem(statistics, sizes);
  PlainFit fit = problem.solve(problem.logarithm());
  problem.judge(fit, 2, alpha);
  return fit;
}

PlainFit fit_exponential(const Statistics& statistics, std::span<const double> sizes,
                         double alpha) {
  return best_exponential(PlainProblem(statistics, sizes), false, alpha);
}

PlainFit fit_exponential_beside_constant(const Statistics& statistics,
                                         std::span<const double> sizes, double alpha) {
  return best_exponential(PlainProblem(statistics, sizes), true, alpha);
}

}  // namespace asymptest
