#include "figure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace asymptest::benchmarks {
namespace {

constexpr double lacking = std::numeric_limits<double>::quiet_NaN();

double found(const BestValues& best, const Quantity& quantity) {
  const auto at = best.find(quantity);
  return at == best.end() ? lacking : at->second;
}

/// The best of those that are there.
double best_of(const BestValues& best, const std::vector<Quantity>& quantities) {
  double result = lacking;
  for (const Quantity& quantity : quantities) {
    const double value = found(best, quantity);
    result = is_rate(quantity.field) ? std::fmax(result, value) : std::fmin(result, value);
  }
  return result;
}

}  // namespace

double Figure::value(const BestValues& best) const {
  const double numerator = found(best, above);
  return below.empty() ? numerator * scale : numerator / best_of(best, below);
}

bool Figure::meets(double value) const {
  return !target || (target->at_least ? value >= target->value : value <= target->value);
}

std::vector<std::string> Group::benchmarks() const {
  std::set<std::string> names;
  for (const Figure& figure : figures) {
    names.insert(figure.above.benchmark);
    for (const Quantity& quantity : figure.below) names.insert(quantity.benchmark);
  }
  return {names.begin(), names.end()};
}

}  // namespace asymptest::benchmarks
