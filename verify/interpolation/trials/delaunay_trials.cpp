#include "delaunay_trials.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "classification_trials.hpp"
#include "learning/interpolation/simplicial_vote.hpp"

namespace asymptest::interpolation {

using learning::DelaunayLocator;
using learning::DelaunaySimplex;

Eigen::VectorXd uniform_in_corner_simplex(Eigen::Index dimension, Stream& random) {
  Eigen::VectorXd point(dimension);
  double sum = -std::log(random.uniform());
  for (double& coordinate : point) sum += coordinate = -std::log(random.uniform());
  return point / sum;
}

Eigen::MatrixXd simplex_cloud(const Point& at, Stream& random) {
  const Eigen::Index d = at.count("d"), n = at.has("n") ? at.count("n") : 8 * (d + 1);
  Eigen::MatrixXd points = Eigen::MatrixXd::Zero(d, n);
  points.leftCols(d).setIdentity();
  for (Eigen::Index i = d + 1; i < n; ++i) points.col(i) = uniform_in_corner_simplex(d, random);
  return points;
}

DelaunaySimplex located_query(const Point& at, Stream& random) {
  Stream samples = random.substream("samples"), queries = random.substream("query");
  const DelaunayLocator locator(simplex_cloud(at, samples));
  auto simplex = locator.locate(uniform_in_corner_simplex(at.count("d"), queries));
  if (!simplex) throw std::runtime_error("a query inside of the hull was not located");
  return *simplex;
}

double delaunay_noise_part(const Point& at, Stream& random) {
  return learning::noise_variance(located_query(at, random));
}

double delaunay_excess_at_worst(const Point& at, Stream& random) {
  constexpr int draws = 16;
  const DelaunaySimplex simplex = located_query(at, random);
  const double q = worst_noise(at);
  int wrong = 0;
  for (int i = 0; i < draws; ++i) wrong += learning::wrong_plug_in(simplex.weights, q, random);
  return (1 - 2 * q) * wrong / draws;
}

double share_decided_by_one(const Point& at, Stream& random) {
  const DelaunaySimplex simplex = located_query(at, random);
  const double most = *std::max_element(simplex.weights.begin(), simplex.weights.end());
  return most > 0.5 ? 1 / (at["d"] + 1) : 0;
}

double share_decided_by_two(const Point& at, Stream& random) {
  const DelaunaySimplex simplex = located_query(at, random);
  int decided = 0;
  for (const double& a : simplex.weights) {
    for (const double& b : simplex.weights) decided += &a != &b && a + b > 0.5 ? 1 : 0;
  }
  return decided / (at["d"] * (at["d"] + 1));
}

double share_of_heaviest(const Point& at, Stream& random) {
  Stream labels = random.substream("labels");
  const DelaunaySimplex simplex = located_query(at, random);
  const auto heaviest = std::max_element(simplex.weights.begin(), simplex.weights.end());
  const std::uint64_t wrong = labels.below(simplex.weights.size());
  return heaviest - simplex.weights.begin() == static_cast<std::ptrdiff_t>(wrong) ? 1 : 0;
}

}  // namespace asymptest::interpolation
