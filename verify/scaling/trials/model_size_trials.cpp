#include "model_size_trials.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "learning/geometry/torus.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;
using learning::uniform_torus_points;

constexpr int levels = 16;  // of the noise

/// A target of one coordinate: its mean square, and its mean variance within an interval of length
/// h.
struct PeriodicTarget {
  double square = 0;
  double (*variance_within)(double h) = nullptr;
};

/// ½(1 − sinc² πh), by its series where that would cancel.
double variance_of_cosine(double h) {
  const double z = std::numbers::pi * h;
  if (z < 0.01) return z * z / 6;
  const double sinc = std::sin(z) / z;
  return (1 - sinc * sinc) / 2;
}

/// Two jumps of 2 a turn: within h <= ½ there is one with chance 2h, of variance E 4s(1 − s) = ⅔.
double variance_of_sign(double h) {
  return h > 0.5 ? 1 - (1 - h) * (1 - h) / (3 * h * h) : 4 * h / 3;
}

constexpr PeriodicTarget cosine{0.5, variance_of_cosine};
constexpr PeriodicTarget sign_of_cosine{1, variance_of_sign};

std::vector<int> counts_in_cubes(const Eigen::MatrixXd& samples, Index m) {
  const Index dimension = samples.rows();
  std::vector<int> counts(static_cast<std::size_t>(std::llround(std::pow(m, dimension))));
  for (Index i = 0; i < samples.cols(); ++i) {
    Index cube = 0;
    for (Index k = 0; k < dimension; ++k) {
      cube = cube * m + static_cast<Index>(samples(k, i) * static_cast<double>(m));
    }
    ++counts[static_cast<std::size_t>(cube)];
  }
  return counts;
}

/// The risk with cubes of side 1/m is clean + noise·σ²: the means over the cubes of V + V/K, or of
/// the target's square where K = 0, and of 1/K, or 0.
struct Parts {
  double clean = 0, noise = 0;
};

Parts parts_of_risk(const Eigen::MatrixXd& samples, Index m, const PeriodicTarget& target) {
  const auto d = static_cast<double>(samples.rows());
  const double within = d * target.variance_within(1 / static_cast<double>(m));
  const std::vector<int> counts = counts_in_cubes(samples, m);
  Parts sum;
  for (const int count : counts) {
    sum.clean += count == 0 ? d * target.square : within + within / count;
    sum.noise += count == 0 ? 0 : 1.0 / count;
  }
  const auto cubes = static_cast<double>(counts.size());
  return {sum.clean / cubes, sum.noise / cubes};
}

/// The parts for each m from 1 on, found as they are asked for.
class Risks {
 public:
  Risks(const Eigen::MatrixXd& samples, const PeriodicTarget& target)
      : samples_(samples), target_(target) {}

  double logarithm(Index m, double noise) {
    const auto place = static_cast<std::size_t>(m - 1);
    while (parts_.size() <= place) {
      parts_.push_back(parts_of_risk(samples_, static_cast<Index>(parts_.size()) + 1, target_));
    }
    return std::log(parts_[place].clean + noise * parts_[place].noise);
  }

 private:
  const Eigen::MatrixXd& samples_;
  PeriodicTarget target_;
  std::vector<Parts> parts_;
};

/// The lowest point of the parabola through three points; the middle one is lower than both others.
std::array<double, 2> lowest(const std::array<double, 3>& x, const std::array<double, 3>& y) {
  const double left = (y[1] - y[0]) / (x[1] - x[0]), right = (y[2] - y[1]) / (x[2] - x[1]);
  const double bend = (right - left) / (x[2] - x[0]);
  const double at = (x[0] + x[1]) / 2 - left / (2 * bend);
  return {at, y[0] + left * (at - x[0]) + bend * (at - x[0]) * (at - x[1])};
}

/// Logarithms of the best side and of its risk.
std::array<double, 2> optimum_of(Risks& risks, double noise) {
  std::array<double, 3> sides{}, values{};
  for (Index m = 1;; ++m) {
    sides = {sides[1], sides[2], std::log(static_cast<double>(m))};
    values = {values[1], values[2], risks.logarithm(m, noise)};
    if (m >= 3 && values[1] < values[0] && values[1] <= values[2]) return lowest(sides, values);
  }
}

Trial optimum(int dimension, Optimum what, PeriodicTarget target, double (*scale)(double samples)) {
  return [=](const Point& at, Stream& random) {
    Stream draws = random.substream("samples");
    const Eigen::MatrixXd samples = uniform_torus_points(dimension, at.count("N"), draws);
    Risks risks(samples, target);
    const double phase = random.uniform();
    double sum = 0;
    for (int level = 0; level < levels; ++level) {
      const auto [side, risk] =
          optimum_of(risks, scale(at["N"]) * std::pow(4, (level + phase) / levels));
      sum += what == Optimum::risk ? risk : dimension * side;
    }
    return std::exp(sum / levels);
  };
}

double unscaled(double) { return 1; }
double falling(double samples) { return 16 / std::sqrt(samples); }

}  // namespace

Trial optimal_model_size(int dimension, Optimum what) {
  return optimum(dimension, what, cosine, unscaled);
}

Trial optimal_model_size_of_jumps(int dimension, Optimum what) {
  return optimum(dimension, what, sign_of_cosine, unscaled);
}

Trial optimal_model_size_as_noise_falls(int dimension, Optimum what) {
  return optimum(dimension, what, cosine, falling);
}

}  // namespace asymptest::scaling
