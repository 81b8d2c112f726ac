#include "asymptest/engine/execution/cost_model.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace asymptest {
namespace {

/// Below the clock's resolution nothing is learned.
constexpr double least_seconds = 1e-9;

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// Slope of y against x by least squares, at least 0; 1 if all x are one.
double slope_of(const std::vector<double>& x, const std::vector<double>& y) {
  const double x_mean = mean_of(x), y_mean = mean_of(y);
  double xx = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - x_mean) * (x[i] - x_mean);
    xy += (x[i] - x_mean) * (y[i] - y_mean);
  }
  return xx > 0 ? std::max(0.0, xy / xx) : 1;
}

}  // namespace

double trial_size(const Subject& subject, const Point& at) {
  if (const auto& cost = subject.claim->budget.cost) return cost(at);
  double product = 1;
  for (const Coordinate& c : at.coordinates()) product *= c.value;
  return product;
}

CostModel::CostModel(const Subject& subject, const SubjectCells& cells)
    : subject_(&subject), cells_(&cells) {
  std::vector<double> log_sizes, log_seconds;
  for (const auto& [key, at] : cells) {
    const double size = trial_size(subject, Point::parse(key));
    if (at.mean_seconds() < least_seconds || !(size > 0)) continue;
    log_sizes.push_back(std::log(size));
    log_seconds.push_back(std::log(at.mean_seconds()));
  }
  known_ = !log_sizes.empty();
  if (!known_) return;
  exponent_ = slope_of(log_sizes, log_seconds);
  intercept_ = mean_of(log_seconds) - exponent_ * mean_of(log_sizes);
}

std::optional<double> CostModel::seconds(const Point& at) const {
  const auto own = cells_->find(at.key());
  if (own != cells_->end() && own->second.mean_seconds() >= least_seconds) {
    return own->second.mean_seconds();
  }
  const double size = trial_size(*subject_, at);
  if (!known_ || !(size > 0)) return std::nullopt;
  return std::exp(intercept_ + exponent_ * std::log(size));
}

}  // namespace asymptest
