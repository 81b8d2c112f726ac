#include "ball_trials.hpp"

#include <cmath>

#include "learning/kernels/tangent_kernel.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/suprema/shallow_kernel_change.hpp"
#include "learning/suprema/shallow_linearisation.hpp"
#include "random_networks.hpp"

namespace asymptest::learning::optimisation {
namespace {

double end_of(const Bracket& bracket, BracketEnd end) {
  return end == BracketEnd::upper ? bracket.upper : bracket.lower;
}

}  // namespace

Radius fixed_radius(double radius) {
  return [=](const Point&) { return radius; };
}

Eigen::Index width_at(const Point& at) { return at.count("m"); }

ShallowDraw shallow_draw(Eigen::Index width, Activation activation, OutputWeights outputs,
                         const Stream& random) {
  Architecture architecture = uniform_architecture(input_dimension, width, 1);
  architecture.activation = activation;
  architecture.output_weights = outputs;
  return {initialise(architecture, random.substream("weights")),
          sphere_points(input_dimension, 1, random.substream("input"))};
}

Trial exact_kernel_change(Activation activation, const Radius& radius,
                          const std::function<Eigen::Index(const Point&)>& width, BracketEnd end) {
  return [=](const Point& at, Stream& random) {
    const ShallowDraw draw = shallow_draw(width(at), activation, OutputWeights::normal, random);
    return end_of(shallow_kernel_change(draw.network, draw.input, radius(at)), end);
  };
}

Network moved_at_random(const Network& centre, double radius, Stream& random) {
  Eigen::VectorXd direction(centre.parameters());
  random.fill_normal({direction.data(), static_cast<std::size_t>(direction.size())});
  Network moved = centre;
  unflatten(flatten(centre.weights) + radius * direction.normalized(), moved.weights);
  return moved;
}

Trial sampled_kernel_change(double radius) {
  return [=](const Point& at, Stream& random) {
    const ShallowDraw draw =
        shallow_draw(width_at(at), Activation::tanh, OutputWeights::normal, random);
    Stream directions = random.substream("direction");
    constexpr int points = 16;
    double sum = 0;
    for (int k = 0; k < points; ++k) {
      const Network moved = moved_at_random(draw.network, radius, directions);
      sum += std::abs(tangent_kernel(moved, draw.input)(0, 0) -
                      tangent_kernel(draw.network, draw.input)(0, 0));
    }
    return sum / points;
  };
}

Trial exact_linearisation_error(Activation activation, OutputWeights outputs, const Radius& radius,
                                const std::function<Eigen::Index(const Point&)>& width,
                                BracketEnd end) {
  return [=](const Point& at, Stream& random) {
    const ShallowDraw draw = shallow_draw(width(at), activation, outputs, random);
    return end_of(shallow_linearisation_error(draw.network, draw.input, radius(at)), end);
  };
}

}  // namespace asymptest::learning::optimisation
