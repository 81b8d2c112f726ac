#include "learning/suprema/shallow_kernel_change.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "learning/networks/activation_smoothness.hpp"
#include "learning/separable/kernel_answers.hpp"
#include "learning/separable/shallow_view.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;

/// What a relu neuron gains from moving z, and its output weight as is best then: on each side of
/// the kink that is quadratic.
Response relu_change(const ShallowView& view, Index neuron, double sign, double price) {
  const double k = view.input_scale, part = std::pow(view.output_scale * k, 2);
  const double z = view.preactivations[neuron], v = view.output_weights[neuron];
  const double grow = sign * part / (price - sign * part);  // relative change of z > 0 and of v
  const double outer = std::pow(view.output_scale, 2);
  const double before = z > 0 ? outer * (z * z + k * k * v * v) : 0;
  const auto answer = [&](double end, double move, double shift) {
    const double after = end < 0 ? 0 : outer * (end * end + k * k * (v + shift) * (v + shift));
    return Response{sign * (after - before), move * move + shift * shift};
  };
  const double move_on = z > 0 ? grow * z / k : -z / k;
  const Response on = answer(z > 0 ? z * (1 + grow) : 0, move_on, grow * v);
  const Response off = answer(-1, z > 0 ? -z / k : 0, 0);
  return on.gain - price * on.spent > off.gain - price * off.spent ? on : off;
}

Bracket one_sided(const ShallowView& view, double sign, double radius) {
  const bool kinked = view.activation == Activation::relu;
  const double slope = kinked ? 1 : bounds_of(view.activation).slope;
  const double most = std::pow(view.output_scale * view.input_scale * slope, 2);
  const ResponsesOf respond = [&](Index first, double price, std::span<Response> answers) {
    if (!kinked) return answer_with_kernel(view, first, sign, price, radius, answers);
    for (Response& answer : answers) answer = relu_change(view, first++, sign, price);
  };
  const double least = sign > 0 ? most : 0;
  const double typical = most * std::sqrt(static_cast<double>(view.neurons())) / radius;
  return separable_supremum(view.neurons(), respond, radius, least, least + typical);
}

}  // namespace

Bracket shallow_kernel_change(const Network& network, const Eigen::VectorXd& x, double radius) {
  require_radius(radius);
  const ShallowView view = shallow_view(network, x);
  const Bracket rise = one_sided(view, 1, radius), fall = one_sided(view, -1, radius);
  return {std::max(rise.lower, fall.lower), std::max(rise.upper, fall.upper)};
}

}  // namespace asymptest::learning
