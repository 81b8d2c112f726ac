#include "learning/suprema/shallow_kernel_change.hpp"

#include <algorithm>
#include <cmath>

#include "learning/networks/activation_smoothness.hpp"
#include "learning/suprema/shallow_view.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;

/// Of one neuron: what K's rise (sign 1) or fall (sign −1) gains at the price λ from moving z,
/// with the output weight moved as is best then,
///
///     sign·[s²σ² + c·λ·v²/(λ − sign·c)],  c = s²k²σ'²,
///
/// and its first two derivatives in z.
class SmoothNeuron {
 public:
  SmoothNeuron(const ShallowView& view, Index neuron, double sign, double price)
      : view_(view),
        z_(view.preactivations[neuron]),
        v_(view.output_weights[neuron]),
        sign_(sign),
        price_(price) {}

  [[nodiscard]] Response answer(double radius) const {
    const double move = best_move(std::min(radius, farthest_move()));
    const ActivationJet here = jet(view_.activation, z_ + view_.input_scale * move);
    const double shift = sign_ * slope_part(here) * v_ / (price_ - sign_ * slope_part(here));
    return {sign_ * (kernel(here, v_ + shift) - kernel(jet(view_.activation, z_), v_)),
            move * move + shift * shift};
  }

 private:
  [[nodiscard]] double square(double value) const { return value * value; }
  /// c, the part of K that v² multiplies.
  [[nodiscard]] double slope_part(const ActivationJet& at) const {
    return square(view_.output_scale * view_.input_scale * at.first);
  }
  [[nodiscard]] double kernel(const ActivationJet& at, double v) const {
    return square(view_.output_scale * at.value) + slope_part(at) * v * v;
  }

  [[nodiscard]] double profit(double move) const {
    const ActivationJet at = jet(view_.activation, z_ + view_.input_scale * move);
    const double c = slope_part(at);
    return sign_ * (square(view_.output_scale * at.value) +
                    c * price_ * v_ * v_ / (price_ - sign_ * c)) -
           price_ * move * move;
  }

  struct Derivatives {
    double first, second;
  };
  /// Of `profit` in the move.
  [[nodiscard]] Derivatives derivatives(double move) const {
    const double k = view_.input_scale, outer = square(view_.output_scale);
    const double z = z_ + k * move;
    const ActivationJet at = jet(view_.activation, z);
    const double third = third_derivative(view_.activation, z, at);
    const double c = slope_part(at), left = price_ - sign_ * c;
    const double rise = 2 * outer * k * k * at.first * at.second;
    const double bend = 2 * outer * k * k * (square(at.second) + at.first * third);
    const double weight = square(v_ * price_ / left);
    const double first = 2 * outer * at.value * at.first + weight * rise;
    const double second = 2 * outer * (square(at.first) + at.value * at.second) +
                          weight * (bend + sign_ * 2 * rise * rise / left);
    return {sign_ * k * first - 2 * price_ * move, sign_ * k * k * second - 2 * price_};
  }

  /// No stationary point lies farther off: there 2λ|δ| = k·|∂K/∂z|, and |∂K/∂z| is bounded by
  /// |σ(z)| ≤ |σ(z₀)| + B·k·|δ|, |σ'| ≤ B and |σ''| ≤ A.
  [[nodiscard]] double farthest_move() const {
    const ActivationBounds bounds = bounds_of(view_.activation);
    const double k = view_.input_scale, outer = square(view_.output_scale);
    const double most = outer * square(k * bounds.slope);
    const double left = sign_ > 0 ? price_ - most : price_;
    const double value = std::abs(jet(view_.activation, z_).value);
    const double pull =
        outer * bounds.slope * (value + square(k * v_ * price_ / left) * bounds.curvature);
    return price_ > most ? k * pull / (price_ - most) : std::numeric_limits<double>::infinity();
  }

  /// Maximises `profit` over |move| ≤ reach.
  [[nodiscard]] double best_move(double reach) const {
    constexpr double steps_per_unit = 16;  // of z: σ and σ' of every activation vary on scale 1
    const double span = reach * view_.input_scale * steps_per_unit;
    if (span < 1) return polished(0, reach);
    const auto steps = static_cast<Index>(std::ceil(span));
    double best = 0, value = profit(0);
    for (Index step = -steps; step <= steps; ++step) {
      const double move = reach * static_cast<double>(step) / static_cast<double>(steps);
      const double here = step == 0 ? value : profit(move);
      if (here > value) best = move, value = here;
    }
    return polished(best, reach);
  }

  [[nodiscard]] double polished(double move, double reach) const {
    constexpr int most_iterations = 20;
    constexpr double converged = 1e-12;  // of the reach; the profit's error is its square
    for (int iteration = 0; iteration < most_iterations; ++iteration) {
      const Derivatives at = derivatives(move);
      if (!(at.second < 0)) break;
      const double next = std::clamp(move - at.first / at.second, -reach, reach);
      const double step = std::abs(next - move);
      move = next;
      if (step <= converged * reach) break;
    }
    return move;
  }

  const ShallowView& view_;
  double z_, v_, sign_, price_;
};

/// The same for relu: on each side of the kink the profit is quadratic.
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
  const ResponseOf respond = [&](Index neuron, double price) {
    return kinked ? relu_change(view, neuron, sign, price)
                  : SmoothNeuron(view, neuron, sign, price).answer(radius);
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
