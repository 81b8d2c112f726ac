#include "learning/kernels/kernel_form_gradient.hpp"

#include "asymptest/require/require.hpp"
#include "learning/networks/activation_jet.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// σ' and σ'' of every entry.
struct Slopes {
  MatrixXd first, second;
};

Slopes slopes_of(Activation activation, const MatrixXd& z) {
  Slopes slopes{MatrixXd(z.rows(), z.cols()), MatrixXd(z.rows(), z.cols())};
  const double* in = z.data();
  double *first = slopes.first.data(), *second = slopes.second.data();
  const Index size = z.size();
  with_jet(activation, [=](auto jet_at) {
    for (Index i = 0; i < size; ++i) {
      const ActivationJet at = jet_at(in[i]);
      first[i] = at.first;
      second[i] = at.second;
    }
  });
  return slopes;
}

/// The derivatives along P of all that the two passes have computed.
class Tangents {
 public:
  Tangents(const Network& network, const ForwardPass& pass, const std::vector<MatrixXd>& deltas,
           const VectorXd& u)
      : network_(network), pass_(pass), deltas_(deltas) {
    const Activation output = network.architecture.output;
    const VectorXd second = derivative(output, 2, pass.preoutputs);
    pulls_ = u.cwiseProduct(derivative(output, 1, pass.preoutputs));
    push_forward();
    pull_back();
    bends_ = u.cwiseProduct(second).cwiseProduct(rates_.back().transpose());
  }

  /// Twice the derivative along P of the gradient of Σ_i u_i f_i in a layer's weights.
  [[nodiscard]] MatrixXd twice_gradient(std::size_t layer) const {
    const auto pulls = pulls_.asDiagonal();
    const double factor = 2 * scale(layer);
    MatrixXd moved = deltas_[layer] * bends_.asDiagonal();
    if (layer + 1 < deltas_.size()) moved += moved_deltas_[layer] * pulls;
    MatrixXd sum = factor * moved * pass_.inputs[layer].transpose();
    if (layer > 0) {
      moved = factor * deltas_[layer] * pulls;
      sum.noalias() += moved * moved_inputs_[layer].transpose();
    }
    return sum;
  }

 private:
  [[nodiscard]] double scale(std::size_t layer) const { return network_.architecture.scale(layer); }

  /// s·(P·h + W·Rh) of each layer, P = s·Δ·diag(c)·Hᵀ.
  void push_forward() {
    const std::size_t last = deltas_.size() - 1;
    moved_inputs_.resize(last + 1);
    for (std::size_t layer = 0; layer <= last; ++layer) {
      const MatrixXd& inputs = pass_.inputs[layer];
      const MatrixXd gram = scale(layer) * pulls_.asDiagonal() * (inputs.transpose() * inputs);
      MatrixXd rate = deltas_[layer] * gram;
      if (layer > 0) rate.noalias() += network_.weights[layer] * moved_inputs_[layer];
      rates_.emplace_back(scale(layer) * rate);
      if (layer == last) break;
      slopes_.push_back(slopes_of(network_.architecture.activation, pass_.preactivations[layer]));
      moved_inputs_[layer + 1] = slopes_.back().first.cwiseProduct(rates_.back());
    }
  }

  /// RΔ = σ'∘s·(PᵀΔ + WᵀRΔ) + σ''∘Rz∘(s·WᵀΔ), P, W and Δ of the layer above. That of the last
  /// layer is 0.
  void pull_back() {
    moved_deltas_.resize(slopes_.size());
    for (std::size_t layer = slopes_.size(); layer-- > 0;) {
      const std::size_t above = layer + 1;
      const MatrixXd& delta = deltas_[above];
      const MatrixXd gram = scale(above) * pulls_.asDiagonal() * (delta.transpose() * delta);
      const auto weights = network_.weights[above].transpose();
      MatrixXd pulled = pass_.inputs[above] * gram;
      if (above < slopes_.size()) pulled.noalias() += weights * moved_deltas_[above];
      const MatrixXd back = weights * delta;
      moved_deltas_[layer] =
          scale(above) * (slopes_[layer].first.cwiseProduct(pulled) +
                          slopes_[layer].second.cwiseProduct(rates_[layer]).cwiseProduct(back));
    }
  }

  const Network& network_;
  const ForwardPass& pass_;
  const std::vector<MatrixXd>& deltas_;
  VectorXd pulls_, bends_;              // u·φ' and u·φ''·R(preoutput)
  std::vector<Slopes> slopes_;          // of the hidden layers
  std::vector<MatrixXd> moved_inputs_;  // Rh of each layer but the first
  std::vector<MatrixXd> rates_;         // Rz, and R(preoutput) at last
  std::vector<MatrixXd> moved_deltas_;  // RΔ of the hidden layers
};

}  // namespace

std::vector<MatrixXd> kernel_form_gradient(const Network& network, const ForwardPass& pass,
                                           const std::vector<MatrixXd>& deltas, const VectorXd& u) {
  require(u.size() == pass.preoutputs.size(),
          "kernel_form_gradient: u has {} entries, expected one for each of {} inputs", u.size(),
          pass.preoutputs.size());
  const Tangents tangents(network, pass, deltas, u);
  std::vector<MatrixXd> gradient;
  for (std::size_t layer = 0; layer < deltas.size(); ++layer) {
    gradient.push_back(tangents.twice_gradient(layer));
  }
  return gradient;
}

}  // namespace asymptest::learning
