#include "learning/separable/kernel_answers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "learning/networks/activation_jet.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;

constexpr std::size_t kernel_block = 128;
using KernelNumbers = std::array<double, kernel_block>;

double squared(double value) { return value * value; }

/// What a block of neurons has in common.
struct KernelTerms {
  double k, s, sign, price, radius;
  ActivationBounds bounds;
};

/// Neurons with their best moves so far. All loops go over neurons and are without branches, so
/// that they become vector instructions.
template <class JetAt>
class KernelBlock {
 public:
  KernelBlock(JetAt jet_at, const KernelTerms& terms) : jet_at_(jet_at), terms_(terms) {}

  void gather(const ShallowView& view, Index first, std::size_t count) {
    count_ = count;
    const auto size = static_cast<Index>(count);
    std::copy_n(view.preactivations.data() + first, size, z_.begin());
    std::copy_n(view.output_weights.data() + first, size, v_.begin());
    for (std::size_t i = 0; i < count_; ++i) reach_[i] = farthest_move(i);
    for (std::size_t i = 0; i < count_; ++i) {
      reach_[i] = reach_[i] < terms_.radius ? reach_[i] : terms_.radius;
    }
  }

  void search_grid() {
    constexpr double steps_per_unit = 16;  // of z: σ and σ' of every activation vary on scale 1
    double most = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      const double span = reach_[i] * terms_.k * steps_per_unit, whole = std::ceil(span);
      steps_[i] = span < 1 ? 0 : whole;
      most = most < steps_[i] ? steps_[i] : most;
    }
    move_.fill(0);
    for (std::size_t i = 0; i < count_; ++i) best_[i] = profit(i, 0);
    for (double step = -most; step <= most; ++step) {
      if (step != 0) try_step(step);
    }
  }

  /// Newton's method, each neuron until it stands still.
  void refine() {
    constexpr int most_iterations = 20;
    moving_.fill(1);
    for (int iteration = 0; iteration < most_iterations; ++iteration) {
      if (!take_newton_step()) break;
    }
  }

  void write(std::span<Response> answers) {
    const double price = terms_.price, sign = terms_.sign;
    for (std::size_t i = 0; i < count_; ++i) {
      const ActivationJet here = jet_at_(z_[i] + terms_.k * move_[i]);
      const double shift = sign * slope_part(here) * v_[i] / (price - sign * slope_part(here));
      answers[i] = {sign * (kernel(here, v_[i] + shift) - kernel(jet_at_(z_[i]), v_[i])),
                    move_[i] * move_[i] + shift * shift};
    }
  }

 private:
  /// c, the part of K that v² multiplies.
  [[nodiscard]] double slope_part(const ActivationJet& at) const {
    return squared(terms_.s * terms_.k * at.first);
  }
  [[nodiscard]] double kernel(const ActivationJet& at, double v) const {
    return squared(terms_.s * at.value) + slope_part(at) * v * v;
  }

  [[nodiscard]] double profit(std::size_t i, double move) const {
    const double price = terms_.price, sign = terms_.sign;
    const ActivationJet at = jet_at_(z_[i] + terms_.k * move);
    const double c = slope_part(at);
    return sign * (squared(terms_.s * at.value) + c * price * v_[i] * v_[i] / (price - sign * c)) -
           price * move * move;
  }

  struct Derivatives {
    double first, second;
  };
  /// Of `profit` in the move.
  [[nodiscard]] Derivatives derivatives(std::size_t i, double move) const {
    const double k = terms_.k, outer = squared(terms_.s), price = terms_.price, sign = terms_.sign;
    const double z = z_[i] + k * move;
    const ActivationJet at = jet_at_(z);
    const double third = jet_at_.third(z, at);
    const double c = slope_part(at), left = price - sign * c;
    const double rise = 2 * outer * k * k * at.first * at.second;
    const double bend = 2 * outer * k * k * (squared(at.second) + at.first * third);
    const double weight = squared(v_[i] * price / left);
    const double first = 2 * outer * at.value * at.first + weight * rise;
    const double second = 2 * outer * (squared(at.first) + at.value * at.second) +
                          weight * (bend + sign * 2 * rise * rise / left);
    return {sign * k * first - 2 * price * move, sign * k * k * second - 2 * price};
  }

  /// No stationary point lies farther off: there 2λ|δ| = k·|∂K/∂z|, and |∂K/∂z| is bounded by
  /// |σ(z)| ≤ |σ(z₀)| + B·k·|δ|, |σ'| ≤ B and |σ''| ≤ A.
  [[nodiscard]] double farthest_move(std::size_t i) const {
    const auto [slope, curvature] = terms_.bounds;
    const double k = terms_.k, outer = squared(terms_.s), price = terms_.price;
    const double most = outer * squared(k * slope);
    const double left = terms_.sign > 0 ? price - most : price;
    const double value = std::abs(jet_at_(z_[i]).value);
    const double pull = outer * slope * (value + squared(k * v_[i] * price / left) * curvature);
    return price > most ? k * pull / (price - most) : std::numeric_limits<double>::infinity();
  }

  void try_step(double step) {
    for (std::size_t i = 0; i < count_; ++i) {
      const double trial = reach_[i] * step / steps_[i];  // not taken where there are no steps
      const double here = profit(i, trial);
      const double bar = steps_[i] < std::abs(step) ? HUGE_VAL : best_[i];
      const bool better = here > bar;
      best_[i] = better ? here : best_[i];
      move_[i] = better ? trial : move_[i];
    }
  }

  bool take_newton_step() {
    constexpr double converged = 1e-12;  // of the reach; the profit's error is its square
    double moving = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      const Derivatives at = derivatives(i, move_[i]);
      const double reach = reach_[i], next = move_[i] - at.first / at.second;
      const double capped = reach < next ? reach : next;
      const double kept = next < -reach ? -reach : capped;
      const double concave = at.second < 0 ? moving_[i] : 0;
      const double step = std::abs(kept - move_[i]);
      move_[i] = concave > 0 ? kept : move_[i];
      moving_[i] = step <= converged * reach ? 0 : concave;
    }
    for (std::size_t i = 0; i < count_; ++i) moving += moving_[i];
    return moving > 0;
  }

  JetAt jet_at_;
  KernelTerms terms_;
  std::size_t count_ = 0;
  KernelNumbers z_, v_, reach_, steps_, move_, best_;
  KernelNumbers moving_;  ///< 1, and 0 of those that stand still
};

}  // namespace

void answer_with_kernel(const ShallowView& view, Index first, double sign, double price,
                        double radius, std::span<Response> answers) {
  with_jet(view.activation, [&](auto jet_at) {
    KernelBlock block(jet_at, {view.input_scale, view.output_scale, sign, price, radius,
                               bounds_of(view.activation)});
    for (std::size_t begin = 0; begin < answers.size(); begin += kernel_block) {
      const std::size_t size = std::min(kernel_block, answers.size() - begin);
      block.gather(view, first + static_cast<Index>(begin), size);
      block.search_grid();
      block.refine();
      block.write(answers.subspan(begin, size));
    }
  });
}

}  // namespace asymptest::learning
