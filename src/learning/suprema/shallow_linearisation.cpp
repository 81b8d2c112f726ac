#include "learning/suprema/shallow_linearisation.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

#include "learning/curvature/shallow_hessian.hpp"
#include "learning/networks/activation_smoothness.hpp"
#include "learning/separable/error_answers.hpp"
#include "learning/separable/shallow_view.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;

/// One neuron's part of f − f_lin.
class NeuronError {
 public:
  NeuronError(const ShallowView& view, Index neuron)
      : view_(view),
        z_(view.preactivations[neuron]),
        v_(view.output_weights[neuron]),
        start_(jet(view.activation, z_)) {}

  /// |E(d)| at d = distance·(cos angle, sin angle): along x/|x|, then in the output weight.
  [[nodiscard]] double at(double distance, double angle) const {
    const double move = view_.input_scale * distance * std::cos(angle);
    const double shift = distance * std::sin(angle);
    const double rise = jet(view_.activation, z_ + move).value - start_.value;
    return std::abs(view_.output_scale * (v_ * (rise - start_.first * move) + shift * rise));
  }

  /// The largest |E| at this distance.
  [[nodiscard]] double largest_at(double distance) const {
    // E(d) varies on the scale 1 in the move and is close to a quadratic form in d.
    const auto directions = static_cast<int>(32 + 16 * std::ceil(distance * view_.input_scale));
    const double step = 2 * std::numbers::pi / directions;
    double best = 0, angle = 0;
    for (int k = 0; k < directions; ++k) {
      const double here = at(distance, k * step);
      if (here > best) best = here, angle = k * step;
    }
    const auto refined = boost::math::tools::brent_find_minima(
        [&](double trial) { return -at(distance, trial); }, angle - step, angle + step,
        std::numeric_limits<double>::digits / 2);
    return std::max(best, -refined.second);
  }

 private:
  const ShallowView& view_;
  double z_, v_;
  ActivationJet start_;
};

std::vector<Index> by_output_weight(const ShallowView& view) {
  std::vector<Index> order(static_cast<std::size_t>(view.neurons()));
  for (Index i = 0; i < view.neurons(); ++i) order[static_cast<std::size_t>(i)] = i;
  std::sort(order.begin(), order.end(), [&](Index i, Index j) {
    return std::abs(view.output_weights[i]) > std::abs(view.output_weights[j]);
  });
  return order;
}

/// What |E(d)| is at most per |d|²: v times Taylor's rest and the output weight's move times a
/// rise, |v| c (kδ)²/2 + |ν| b k|δ|, a form of the norm below, with b and c the largest |σ'| and
/// |σ''|.
double ratio_bound(const ShallowView& view, double v) {
  const ActivationBounds bounds = bounds_of(view.activation);
  const double k = view.input_scale, s = view.output_scale;
  return block_norm(s * k * k * std::abs(v) * bounds.curvature, s * k * bounds.slope) / 2;
}

/// The whole radius on one neuron: the best one.
double concentrated_error(const ShallowView& view, const std::vector<Index>& order, double radius) {
  double largest = 0;
  for (const Index neuron : order) {
    const double most = ratio_bound(view, view.output_weights[neuron]) * radius * radius;
    if (most <= largest) break;
    largest = std::max(largest, NeuronError(view, neuron).largest_at(radius));
  }
  return largest;
}

Bracket smooth_error(const ShallowView& view, double radius) {
  const std::vector<Index> order = by_output_weight(view);
  Bracket bracket{concentrated_error(view, order, radius), 0};
  const double guess = bracket.lower / (radius * radius);
  if (guess == 0) return bracket;  // x = 0
  for (const double sign : {1.0, -1.0}) {
    const ResponsesOf respond = [&](Index first, double price, std::span<Response> answers) {
      const std::span<const Index> asked(order.data() + first, answers.size());
      // The heavier weights come first: from some rank on no neuron can pay the price.
      const auto idle = std::partition_point(asked.begin(), asked.end(), [&](Index neuron) {
        return ratio_bound(view, view.output_weights[neuron]) > price;
      });
      const auto active = static_cast<std::size_t>(idle - asked.begin());
      answer_with_errors(view, asked.first(active), sign, price, radius, answers.first(active));
      std::fill(answers.begin() + std::ssize(asked.first(active)), answers.end(), Response{});
    };
    const Bracket spread = separable_supremum(view.neurons(), respond, radius, 0, guess);
    bracket = {std::max(bracket.lower, spread.lower), std::max(bracket.upper, spread.upper)};
  }
  return bracket;
}

/// What sign·E of a relu neuron gains at a price: it has to cross the kink, by `beyond`, and the
/// output weight moves as is best then. All is quadratic on either side.
Response relu_departure(const ShallowView& view, Index neuron, double sign, double price) {
  const double k = view.input_scale, s = view.output_scale;
  const double z = view.preactivations[neuron], pull = sign * s * view.output_weights[neuron];
  const double distance = std::abs(z);
  const double bend = z > 0 ? 0 : s * s / (4 * price);
  const double beyond = (pull - 2 * price * distance / (k * k)) / (2 * (price / (k * k) - bend));
  if (!(beyond > 0)) return {};
  const double move = (distance + beyond) / k;
  const double shift = z > 0 ? -sign * s * z / (2 * price) : sign * s * beyond / (2 * price);
  const double gain = pull * beyond + sign * s * shift * (z > 0 ? -z : beyond);
  const double spent = move * move + shift * shift;
  return gain > price * spent ? Response{gain, spent} : Response{};
}

/// A relu neuron that may cross its kink, and the price from which on it doesn't.
struct Crossing {
  double price = 0;
  Index neuron = 0;
};

/// Those that may at a price above the least one, the most willing first.
std::vector<Crossing> crossings(const ShallowView& view, double sign, double least_price) {
  const double k = view.input_scale, s = view.output_scale;
  std::vector<Crossing> found;
  for (Index i = 0; i < view.neurons(); ++i) {
    const double pull = sign * s * view.output_weights[i];
    const double price = k * k * pull / (2 * std::abs(view.preactivations[i]));
    if (price > least_price) found.push_back({price, i});
  }
  std::sort(found.begin(), found.end(),
            [](const Crossing& a, const Crossing& b) { return a.price > b.price; });
  return found;
}

Bracket relu_error(const ShallowView& view, double radius) {
  const double least = view.output_scale * view.input_scale / 2;
  const double typical = least * std::cbrt(static_cast<double>(view.neurons()));
  Bracket largest;
  for (const double sign : {1.0, -1.0}) {
    const std::vector<Crossing> willing = crossings(view, sign, least);
    const ResponsesOf respond = [&](Index first, double price, std::span<Response> answers) {
      const std::span<const Crossing> asked(willing.data() + first, answers.size());
      auto answer = answers.begin();
      for (const Crossing& crossing : asked) {
        if (crossing.price <= price) break;
        *answer++ = relu_departure(view, crossing.neuron, sign, price);
      }
      std::fill(answer, answers.end(), Response{});
    };
    const Bracket bracket =
        separable_supremum(std::ssize(willing), respond, radius, least, least + typical);
    largest = {std::max(largest.lower, bracket.lower), std::max(largest.upper, bracket.upper)};
  }
  return largest;
}

}  // namespace

Bracket shallow_linearisation_error(const Network& network, const Eigen::VectorXd& x,
                                    double radius) {
  require_radius(radius);
  const ShallowView view = shallow_view(network, x);
  return view.activation == Activation::relu ? relu_error(view, radius)
                                             : smooth_error(view, radius);
}

}  // namespace asymptest::learning
