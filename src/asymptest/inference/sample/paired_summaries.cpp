#include "asymptest/inference/sample/paired_summaries.hpp"

#include <fmt/format.h>

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/sample/moments.hpp"
#include "asymptest/inference/sample/spread_trend.hpp"

namespace asymptest {
namespace {

constexpr double fewest_paired_degrees = 8;
constexpr double paired_rounding = 64 * std::numeric_limits<double>::epsilon();
// Fisher's test of a spread over trials that independent noise doesn't make.
constexpr double chance_of_own_exponents = 0.01;

void require_pairs(Summary summary, std::span<const PointTrials> trials) {
  if (summary == Summary::median) {
    throw std::invalid_argument(
        "paired trials have no median, expected the mean or the geometric "
        "mean");
  }
  if (trials.size() < 3) {
    throw std::invalid_argument(
        fmt::format("{} design points of paired trials, expected 3 at least", trials.size()));
  }
  const std::size_t count = trials.front().values.size();
  for (const PointTrials& point : trials) {
    if (point.values.size() == count && count >= 2) continue;
    throw std::invalid_argument(fmt::format("{} trials at {}, expected {} paired ones everywhere",
                                            point.values.size(), point.at.key(),
                                            std::max<std::size_t>(count, 2)));
  }
}

/// What is left of the relative trials without the trial's own factor: a row a point.
Eigen::MatrixXd residuals_of_pairs(Summary summary, std::span<const PointTrials> trials,
                                   const Statistics& statistics) {
  Eigen::MatrixXd relative(trials.size(), trials.front().values.size());
  for (Eigen::Index i = 0; i < relative.rows(); ++i) {
    const PointTrials& point = trials[static_cast<std::size_t>(i)];
    const double log_value = statistics.points[static_cast<std::size_t>(i)].log_value;
    for (Eigen::Index s = 0; s < relative.cols(); ++s) {
      const double value = point.values[static_cast<std::size_t>(s)];
      relative(i, s) =
          summary == Summary::mean ? value / std::exp(log_value) - 1 : std::log(value) - log_value;
    }
  }
  relative.rowwise() -= relative.colwise().mean().eval();
  return relative;
}

double log_size_of_point(const Point& at) {
  double sum = 0;
  for (const Coordinate& c : at.coordinates()) sum += c.value > 0 ? std::log(c.value) : 0;
  return sum;
}

/// The variances of single trials, solved from the mean squares that are left.
std::vector<SpreadEstimate> paired_spreads(const Eigen::MatrixXd& residuals,
                                           const Statistics& statistics) {
  const auto points = static_cast<double>(residuals.rows());
  const auto trials = static_cast<double>(residuals.cols());
  const Eigen::VectorXd squares = residuals.rowwise().squaredNorm() / (trials - 1);
  const double common = squares.sum() / (points * (points - 1));
  std::vector<SpreadEstimate> spreads;
  for (Eigen::Index i = 0; i < squares.size(); ++i) {
    const double variance = (squares(i) - common) * points / (points - 2);
    const double uncertainty = common * std::sqrt(2 / (trials - 1));
    const double size = log_size_of_point(statistics.points[static_cast<std::size_t>(i)].at);
    if (variance > uncertainty) {
      spreads.push_back({variance, (trials - 1) * (points - 1) / points, size});
    } else {
      spreads.push_back({0, 0, size});
    }
  }
  return spreads;
}

/// How much wider the residuals' regression on `contrast` spreads over the trials than independent
/// noise of those variances makes it.
double excess_along(const Eigen::VectorXd& contrast, const Eigen::MatrixXd& residuals,
                    const std::vector<double>& variances) {
  const Eigen::RowVectorXd sums = contrast.transpose() * residuals;
  const double observed = sums.squaredNorm() / static_cast<double>(residuals.cols() - 1);
  double expected = 0;
  for (Eigen::Index i = 0; i < contrast.size(); ++i) {
    expected += contrast(i) * contrast(i) * variances[static_cast<std::size_t>(i)];
  }
  return expected > 0 ? observed / expected : 1;
}

/// The largest excess along the logarithm of each size and its square.
double largest_excess(const Eigen::MatrixXd& residuals, const Statistics& statistics,
                      const std::vector<double>& variances) {
  double largest = 1;
  const std::size_t axes = statistics.points.front().at.coordinates().size();
  for (std::size_t axis = 0; axis < axes; ++axis) {
    Eigen::VectorXd logs(residuals.rows());
    for (Eigen::Index i = 0; i < logs.size(); ++i) {
      const auto& at = statistics.points[static_cast<std::size_t>(i)].at;
      logs(i) =
          std::log(std::max(at.coordinates()[axis].value, std::numeric_limits<double>::min()));
    }
    logs.array() -= logs.mean();
    const double spread = logs.squaredNorm() / static_cast<double>(logs.size());
    const Eigen::VectorXd bend = logs.array().square() - spread;
    if (spread == 0) continue;
    largest = std::max({largest, excess_along(logs, residuals, variances),
                        excess_along(bend, residuals, variances)});
  }
  return largest;
}

void set_errors(Statistics& statistics, const Eigen::MatrixXd& residuals,
                const ShrunkSpread& spread) {
  const auto trials = static_cast<double>(residuals.cols());
  const double excess = largest_excess(residuals, statistics, spread.variances);
  statistics.degrees = spread.degrees;
  if (excess > fisher_quantile(chance_of_own_exponents, trials - 1, spread.degrees)) {
    statistics.degrees = trials - 1;
  }
  for (std::size_t i = 0; i < statistics.points.size(); ++i) {
    statistics.points[i].error = std::sqrt(excess * spread.variances[i] / trials);
  }
}

void set_shapes(Statistics& statistics, const Eigen::MatrixXd& residuals) {
  for (std::size_t i = 0; i < statistics.points.size(); ++i) {
    const Eigen::VectorXd row = residuals.row(static_cast<Eigen::Index>(i));
    const Moments moments = moments_of({row.data(), static_cast<std::size_t>(row.size())}, 1);
    statistics.points[i].skewness = moments.skewness;
    statistics.points[i].reach = moments.reach;
  }
}

}  // namespace

Statistics summarise_pairs(Summary summary, std::span<const PointTrials> trials) {
  require_pairs(summary, trials);
  Statistics statistics = summarise(summary, trials);
  const Eigen::MatrixXd residuals = residuals_of_pairs(summary, trials, statistics);
  const double degrees = static_cast<double>((residuals.rows() - 1) * (residuals.cols() - 1));
  const double spread = std::sqrt(residuals.squaredNorm() / degrees);
  const auto spreads = paired_spreads(residuals, statistics);
  const bool tells = std::any_of(spreads.begin(), spreads.end(),
                                 [](const SpreadEstimate& one) { return one.degrees > 0; });
  statistics.noise_is_known = degrees >= fewest_paired_degrees && spread > paired_rounding && tells;
  statistics.degrees = degrees;
  set_shapes(statistics, residuals);
  if (statistics.noise_is_known) {
    set_errors(statistics, residuals, shrink_spread(spreads));
    return statistics;
  }
  for (PointStatistic& point : statistics.points) {
    point.error = 1 / std::sqrt(static_cast<double>(point.trials));
  }
  return statistics;
}

Statistics summarise(const PowerLaw& law, std::span<const PointTrials> trials) {
  const auto is_single = [](const PointTrials& point) { return point.values.size() == 1; };
  if (!law.paired || std::all_of(trials.begin(), trials.end(), is_single)) {
    return summarise(law.summary, trials);
  }
  return summarise_pairs(law.summary, trials);
}

}  // namespace asymptest
