#include "asymptest/inference/fit/grid_fit.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "asymptest/inference/fit/one_factor_fit.hpp"

namespace asymptest {
namespace {

std::vector<double> sizes_at(const PowerLaw& law, const Point& at) {
  std::vector<double> sizes;
  for (const Factor& factor : law.factors) sizes.push_back(factor.at(at));
  return sizes;
}

// Every combination of the factors' sizes once.
bool is_full_grid(const PowerLaw& law, const Statistics& statistics) {
  std::set<std::vector<double>> combinations;
  std::vector<std::set<double>> distinct(law.factors.size());
  for (const PointStatistic& p : statistics.points) {
    const std::vector<double> sizes = sizes_at(law, p.at);
    for (std::size_t j = 0; j < sizes.size(); ++j) distinct[j].insert(sizes[j]);
    combinations.insert(sizes);
  }
  std::size_t all = 1;
  for (const auto& sizes : distinct) all *= sizes.size();
  return combinations.size() == all && statistics.points.size() == all;
}

// One point for each size of the factor, the first of those that are averaged in its place.
Statistics averaged(const Factor& factor, const Statistics& statistics) {
  std::map<double, std::vector<const PointStatistic*>> by_size;
  for (const PointStatistic& p : statistics.points) by_size[factor.at(p.at)].push_back(&p);
  Statistics result{{}, statistics.noise_is_known, statistics.degrees};
  for (const auto& [size, points] : by_size) {
    const auto count = static_cast<double>(points.size());
    PointStatistic mean{.at = points.front()->at};
    double variance = 0;
    for (const PointStatistic* p : points) {
      mean.trials += p->trials;
      mean.log_value += p->log_value / count;
      variance += p->error * p->error;
    }
    mean.error = std::sqrt(variance) / count;
    result.points.push_back(std::move(mean));
  }
  return result;
}

PowerLaw law_of(const PowerLaw& law, const Factor& factor) {
  PowerLaw one = law;
  one.factors = {factor};
  return one;
}

// Adds a factor's fitted law, its mean taken out, to each point's.
void add_fitted(const Factor& factor, const Statistics& means, const std::vector<double>& fitted,
                const Statistics& statistics, std::vector<double>& sum) {
  double mean = 0;
  std::map<double, double> of_size;
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    of_size[factor.at(means.points[i].at)] = fitted[i];
    mean += fitted[i] / static_cast<double>(fitted.size());
  }
  for (std::size_t i = 0; i < sum.size(); ++i) {
    sum[i] += of_size.at(factor.at(statistics.points[i].at)) - mean;
  }
}

double mean_log_value(const Statistics& statistics) {
  double sum = 0;
  for (const PointStatistic& p : statistics.points) sum += p.log_value;
  return sum / static_cast<double>(statistics.points.size());
}

// The p-value of the least of several that are independent (Šidák 1967).
double least_of(double p_value, double count) { return -std::expm1(count * std::log1p(-p_value)); }

}  // namespace

std::optional<PowerLawFit> fit_on_grid(const PowerLaw& law, const Statistics& statistics,
                                       const RegionChances& chances) {
  if (!is_full_grid(law, statistics)) return std::nullopt;
  const auto share = static_cast<double>(law.factors.size());
  const RegionChances each{chances.edge / share, chances.alpha / share, chances.band};
  PowerLawFit all;
  all.fitted.assign(statistics.points.size(), mean_log_value(statistics));
  all.goodness_of_fit = 1;
  for (const Factor& factor : law.factors) {
    const Statistics means = averaged(factor, statistics);
    const PowerLawFit one = fit_one_factor(law_of(law, factor), means, each);
    all.exponents.push_back(one.exponents.front());
    all.with_more_trials.push_back(one.with_more_trials.front());
    add_fitted(factor, means, one.fitted, statistics, all.fitted);
    all.goodness_of_fit = std::isnan(one.goodness_of_fit)
                              ? one.goodness_of_fit
                              : std::min(all.goodness_of_fit, one.goodness_of_fit);
    all.adequate = all.adequate && one.adequate;
    all.model += (all.model.empty() ? "" : "; ") + one.model;
  }
  all.goodness_of_fit = least_of(all.goodness_of_fit, share);
  return all;
}

}  // namespace asymptest
