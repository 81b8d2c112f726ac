#include "simplicial_trials.hpp"

#include <algorithm>
#include <array>

namespace asymptest::interpolation {
namespace {

constexpr int draws_per_trial = 101;

double squared(double x) { return x * x; }

}  // namespace

double mean_noise_part(const Point& at, std::int64_t points, Stream& random) {
  return learning::mean_simplicial_noise_variance(at.count("d"), points, random);
}

double noise_part(const Point& at, Stream& random) { return mean_noise_part(at, 1, random); }

double with_shared_noise(const Point& at, Stream& random) {
  constexpr double shared = 0.5;
  return shared + (1 - shared) * noise_part(at, random);
}

double with_curved_target(const Point& at, Stream& random) {
  const std::vector<double> offset = learning::uniform_lattice_point(at.count("d"), random).offset;
  return learning::simplicial_noise_variance(offset) +
         squared(learning::simplicial_curvature_bias(offset));
}

Trial median_squared_error(learning::LatticeNoise::Law law, ErrorOfRule error) {
  return [=](const Point& at, Stream& random) {
    std::array<double, draws_per_trial> errors{};
    for (double& value : errors) {
      const learning::LatticeNoise noise(random, law);
      value = squared(error(learning::uniform_lattice_point(at.count("d"), random), noise));
    }
    std::nth_element(errors.begin(), errors.begin() + draws_per_trial / 2, errors.end());
    return errors[draws_per_trial / 2];
  };
}

}  // namespace asymptest::interpolation
