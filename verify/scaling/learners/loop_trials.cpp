#include "loop_trials.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "learning/dimension/sphere_likelihood_law.hpp"
#include "learning/neighbours/neighbour_lists.hpp"
#include "learning/triangulation/delaunay_locator.hpp"
#include "sphere_facet.hpp"
#include "verify/shared/smooth_manifold.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using learning::DelaunaySimplex;

constexpr Index loop_points = 256;
constexpr Index fewer = 8;
constexpr Index likelihood_neighbours = 10, anchors = 1024;

/// Points of a set: where they are, and where they are seen.
struct Sighting {
  MatrixXd clean, seen;
};

using ClosedSet = std::function<MatrixXd(Index count, Stream& draws)>;

Sighting sight(const ClosedSet& set, Index count, double noise, Stream draws) {
  MatrixXd clean = set(count, draws);
  MatrixXd seen = clean;
  if (noise > 0) seen += noise * normal_matrix(clean.rows(), clean.cols(), draws);
  return {std::move(clean), std::move(seen)};
}

DelaunaySimplex nearest_sample(const Eigen::Ref<const MatrixXd>& samples, const VectorXd& query) {
  Index nearest = 0;
  (samples.colwise() - query).colwise().squaredNorm().minCoeff(&nearest);
  return {{nearest}, {1}};
}

/// Mean squared error with the first `count` samples: ½ |Σ λ e^(i(t − t₀))  − 1|² over the phase,
/// and the variance of the noise, Σ λ².
double error_with(Index count, const Sighting& samples, const Sighting& fresh,
                  const VectorXd& direction, const Loop& loop) {
  const VectorXd there = samples.clean.transpose() * direction;
  const VectorXd here = fresh.clean.transpose() * direction;
  const auto locate = loop.learner == Learner::linear ? sphere_facet : nearest_sample;
  double sum = 0;
  for (Index i = 0; i < fresh.seen.cols(); ++i) {
    const DelaunaySimplex simplex = locate(samples.seen.leftCols(count), fresh.seen.col(i));
    double cosine = 0, sine = 0;
    for (std::size_t j = 0; j < simplex.vertices.size(); ++j) {
      const double step = there[simplex.vertices[j]] - here[i];
      cosine += simplex.weights[j] * std::cos(step);
      sine += simplex.weights[j] * std::sin(step);
    }
    sum += (std::pow(cosine - 1, 2) + sine * sine) / 2 +
           loop.label_noise * learning::noise_variance(simplex);
  }
  return sum / static_cast<double>(fresh.seen.cols());
}

/// d̂ of maximum likelihood, whose reciprocal is the mean over the anchors and over j < k of
/// log(T_k/T_j), T_j the distance of the j-th nearest other sample.
double likelihood_dimension(const MatrixXd& samples) {
  const Index k = likelihood_neighbours, count = std::min(anchors, samples.cols());
  // The nearest sample of each is itself.
  const Eigen::ArrayXXd logs = learning::nearest_points(samples, samples.leftCols(count), k + 1, 1)
                                   .distances.bottomRows(k)
                                   .array()
                                   .log();
  return 1 / (logs.row(k - 1).mean() - logs.topRows(k - 1).mean());
}

/// `scale`: the root mean square of the target's argument over the set is about 1.
double exponent_times_dimension(const ClosedSet& set, Index count, double scale, const Loop& loop,
                                const Stream& random) {
  const Sighting samples = sight(set, count, loop.point_noise, random.substream("samples"));
  const Sighting fresh = sight(set, loop_points, loop.point_noise, random.substream("fresh"));
  Stream target = random.substream("target");
  const Index ambient = samples.seen.rows();
  const VectorXd direction = scale * normal_matrix(ambient, 1, target);
  const auto error = [&](Index n) { return error_with(n, samples, fresh, direction, loop); };
  const double exponent =
      std::log(error(count / fewer) / error(count)) / std::log(static_cast<double>(fewer));
  const double dimension =
      loop.ambient ? static_cast<double>(ambient) : likelihood_dimension(samples.seen);
  return exponent * dimension / loop.order;
}

}  // namespace

Trial exponent_times_dimension_on_sphere(Loop loop) {
  return [=](const Point& at, Stream& random) {
    const auto sphere = [&](Index count, Stream& draws) {
      return learning::uniform_sphere_points(at.count("d"), count, draws);
    };
    return exponent_times_dimension(sphere, at.count("N"), 1, loop, random);
  };
}

Trial exponent_times_dimension_on_manifold(int dimension, int largest, Loop loop) {
  return [=](const Point& at, Stream& random) {
    constexpr Index ambient = 30;
    Stream shapes = random.substream("shape");
    const SmoothManifold manifold(dimension, ambient, largest, shapes);
    const auto points = [&](Index count, Stream& draws) { return manifold.points(count, draws); };
    const double size = static_cast<double>(ambient * manifold.frequencies());
    return exponent_times_dimension(points, at.count("N"), 1 / std::sqrt(size), loop, random);
  };
}

}  // namespace asymptest::scaling
