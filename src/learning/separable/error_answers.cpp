#include "learning/separable/error_answers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "learning/networks/activation_jet.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;

/// So many neurons at a time that their numbers stay in the first cache.
constexpr std::size_t error_block = 128;
using ErrorNumbers = std::array<double, error_block>;

/// What a block of neurons has in common.
struct ErrorTerms {
  double k, s, sign, price, reach;
};

/// Neurons with their best moves so far. All loops go over neurons and are without branches, so
/// that they become vector instructions.
template <class JetAt>
class ErrorBlock {
 public:
  ErrorBlock(JetAt jet_at, const ErrorTerms& terms) : jet_at_(jet_at), terms_(terms) {}

  void gather(const ShallowView& view, std::span<const Index> neurons) {
    count_ = neurons.size();
    for (std::size_t i = 0; i < count_; ++i) {
      z_[i] = view.preactivations[neurons[i]];
      v_[i] = view.output_weights[neurons[i]];
    }
    for (std::size_t i = 0; i < count_; ++i) {
      const ActivationJet start = jet_at_(z_[i]);
      value_[i] = start.value;
      slope_[i] = start.first;
    }
  }

  /// While no point makes a profit, the best is that of least loss for its distance.
  void search_grid() {
    constexpr double steps_per_unit = 16;  // of z: σ'' of every activation varies on scale 1
    const double steps = std::ceil(terms_.reach * terms_.k * steps_per_unit);
    move_.fill(0);
    best_.fill(-std::numeric_limits<double>::infinity());
    for (double step = -steps; step <= steps; ++step) {
      // Closer towards zero, where the best move begins to leave it.
      if (step != 0) try_move(terms_.reach * step * std::abs(step) / (steps * steps));
    }
  }

  void refine() {
    constexpr int iterations = 8;  // each doubles the digits but where the profit is flat
    for (int iteration = 0; iteration < iterations; ++iteration) take_newton_step();
  }

  void write(std::span<Response> answers) {
    const auto [k, s, sign, price, reach] = terms_;
    for (std::size_t i = 0; i < count_; ++i) {
      move_[i] = profit(i, move_[i]).value > 0 ? move_[i] : 0;
    }
    for (std::size_t i = 0; i < count_; ++i) {
      const double move = move_[i];
      const double rise = jet_at_(z_[i] + k * move).value - value_[i];
      const double shift = sign * s * rise / (2 * price);
      const double bend = rise - slope_[i] * k * move;
      const double gain = sign * s * (v_[i] * bend + shift * rise);
      answers[i] = {gain, move * move + shift * shift};
    }
  }

 private:
  struct Profit {
    double value, first, second;  ///< sign·E less the price of it, and its derivatives in the move
  };
  [[nodiscard]] Profit profit(std::size_t i, double move) const {
    const auto [k, s, sign, price, reach] = terms_;
    const double pull = sign * s * v_[i];
    const ActivationJet here = jet_at_(z_[i] + k * move);
    const double rise = here.value - value_[i], weight = s * s / (4 * price);
    return {
        pull * (rise - slope_[i] * k * move) + weight * rise * rise - price * move * move,
        k * (pull * (here.first - slope_[i]) + 2 * weight * rise * here.first) - 2 * price * move,
        k * k * (pull * here.second + 2 * weight * (here.first * here.first + rise * here.second)) -
            2 * price};
  }

  void try_move(double trial) {
    // Numbers and no divisions to choose from, or the compiler makes branches of them.
    const double square = trial * trial;
    for (std::size_t i = 0; i < count_; ++i) {
      const double value = profit(i, trial).value;
      divisor_[i] = value > 0 ? 1 : square;
      rank_[i] = value;
    }
    for (std::size_t i = 0; i < count_; ++i) {
      const double rank = rank_[i] / divisor_[i];
      const bool better = rank > best_[i];
      best_[i] = better ? rank : best_[i];
      move_[i] = better ? trial : move_[i];
    }
  }

  void take_newton_step() {
    const double reach = terms_.reach;
    for (std::size_t i = 0; i < count_; ++i) {
      const Profit here = profit(i, move_[i]);
      const double next = move_[i] - here.first / here.second;
      const double capped = reach < next ? reach : next;
      const double kept = next < -reach ? -reach : capped;
      move_[i] = here.second < 0 ? kept : move_[i];
    }
  }

  JetAt jet_at_;
  ErrorTerms terms_;
  std::size_t count_ = 0;
  ErrorNumbers z_, v_, value_, slope_, move_, best_, rank_, divisor_;
};

}  // namespace

void answer_with_errors(const ShallowView& view, std::span<const Index> neurons, double sign,
                        double price, double reach, std::span<Response> answers) {
  with_jet(view.activation, [&](auto jet_at) {
    ErrorBlock block(jet_at, {view.input_scale, view.output_scale, sign, price, reach});
    for (std::size_t begin = 0; begin < neurons.size(); begin += error_block) {
      const std::size_t size = std::min(error_block, neurons.size() - begin);
      block.gather(view, neurons.subspan(begin, size));
      block.search_grid();
      block.refine();
      block.write(answers.subspan(begin, size));
    }
  });
}

}  // namespace asymptest::learning
