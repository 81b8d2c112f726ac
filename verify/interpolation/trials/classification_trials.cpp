#include "classification_trials.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "learning/interpolation/simplicial_vote.hpp"

namespace asymptest::interpolation {
namespace {

constexpr int label_draws = 16;
constexpr double worst_noise_of_one_label = 0.25;  // where (1 − 2q)q is largest, 1/8

double mean_excess(const std::vector<double>& weights, double q, Stream& random) {
  int wrong = 0;
  for (int i = 0; i < label_draws; ++i)
    wrong += learning::wrong_plug_in(weights, q, random) ? 1 : 0;
  return (1 - 2 * q) * wrong / label_draws;
}

double excess_of_one_label(double q, Stream& random) { return mean_excess({1.0}, q, random); }

double at_one_noise(const Point& at, double q, Stream& random) {
  Stream labels = random.substream("labels");
  return mean_excess(learning::uniform_kuhn_weights(at.count("d"), random), q, labels);
}

/// E over δ with P(δ ≤ t) = t^α of excess(q = (1 − δ)/2), in two strata.
template <class Excess>
double over_margins(double alpha, double edge, Stream& random, Excess excess) {
  const double low_share = std::pow(std::min(1.0, edge), alpha);
  constexpr int low_draws = 15;
  double low = 0;
  for (int i = 0; i < low_draws; ++i) {
    low += excess(std::pow(low_share * (i + random.uniform()) / low_draws, 1 / alpha));
  }
  const double high = excess(std::pow(low_share + (1 - low_share) * random.uniform(), 1 / alpha));
  return low_share * low / low_draws + (1 - low_share) * high;
}

}  // namespace

double worst_noise(const Point& at) {
  return 0.5 - learning::worst_margin_times_root_d / std::sqrt(at["d"]);
}

double simplicial_excess_at_worst(const Point& at, Stream& random) {
  return at_one_noise(at, worst_noise(at), random);
}

double simplicial_excess(const Point& at, Stream& random) {
  return at_one_noise(at, at["q"], random);
}

double shared_label_excess(const Point& at, Stream& random) {
  return excess_of_one_label(at["q"], random);
}

double shared_label_excess_at_worst(const Point&, Stream& random) {
  return excess_of_one_label(worst_noise_of_one_label, random);
}

double heaviest_vertex_excess_at_worst(const Point& at, Stream& random) {
  Stream labels = random.substream("labels");
  std::vector<double> weights = learning::uniform_kuhn_weights(at.count("d"), random);
  const auto heaviest = std::max_element(weights.begin(), weights.end());
  std::fill(weights.begin(), heaviest, 0.0);
  std::fill(heaviest, weights.end(), 0.0);
  *heaviest = 1;
  return mean_excess(weights, worst_noise_of_one_label, labels);
}

double simplicial_excess_under_margin(double alpha, const Point& at, Stream& random) {
  Stream labels = random.substream("labels");
  const std::vector<double> weights = learning::uniform_kuhn_weights(at.count("d"), random);
  return over_margins(alpha, 8 / std::sqrt(at["d"]), random, [&](double margin) {
    return margin * (learning::wrong_plug_in(weights, (1 - margin) / 2, labels) ? 1 : 0);
  });
}

double one_vertex_excess_under_margin(double alpha, const Point&, Stream& random) {
  return over_margins(alpha, 1, random, [&](double margin) {
    return margin * (random.uniform() < (1 - margin) / 2 ? 1 : 0);
  });
}

}  // namespace asymptest::interpolation
