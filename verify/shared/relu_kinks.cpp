#include "relu_kinks.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "asymptest/require/require.hpp"
#include "learning/separable/shallow_view.hpp"

namespace asymptest::learning::optimisation {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

/// |z_i| in increasing order, of the neurons chosen.
std::vector<double> distances(const VectorXd& preactivations,
                              const std::function<bool(Index)>& chosen) {
  std::vector<double> sorted;
  for (Index i = 0; i < preactivations.size(); ++i) {
    if (chosen(i)) sorted.push_back(std::abs(preactivations[i]));
  }
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

double most_crossed(const std::vector<double>& sorted, double radius) {
  double spent = 0;
  std::size_t count = 0;
  while (count < sorted.size() && spent + sorted[count] * sorted[count] <= radius * radius) {
    spent += sorted[count] * sorted[count];
    ++count;
  }
  return static_cast<double>(count);
}

double farthest_beyond(const std::vector<double>& sorted, double radius) {
  double best = 0, sum = 0;
  for (std::size_t k = 0; k < sorted.size(); ++k) {
    sum += sorted[k];
    const double here = radius * std::sqrt(static_cast<double>(k + 1)) - sum;
    if (here < best) break;  // concave in k
    best = here;
  }
  return best;
}

void require_neurons(const VectorXd& preactivations) {
  require(preactivations.size() > 0, "a layer of {} neurons, expected at least 1",
          preactivations.size());
}

}  // namespace

double relu_kernel_change(const VectorXd& z, double radius) {
  require_neurons(z);
  require_radius(radius);
  const double on = most_crossed(distances(z, [&](Index i) { return z[i] <= 0; }), radius);
  const double off = most_crossed(distances(z, [&](Index i) { return z[i] > 0; }), radius);
  return std::max(on, off) / static_cast<double>(z.size());
}

double relu_linearisation_error(const VectorXd& z, const VectorXd& v, double radius) {
  require_neurons(z);
  require_radius(radius);
  require(v.size() == z.size(), "{} output weights for {} neurons, expected one each", v.size(),
          z.size());
  const double up = farthest_beyond(distances(z, [&](Index i) { return v[i] > 0; }), radius);
  const double down = farthest_beyond(distances(z, [&](Index i) { return v[i] < 0; }), radius);
  return std::max(up, down) / std::sqrt(static_cast<double>(z.size()));
}

}  // namespace asymptest::learning::optimisation
