#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/networks/network.hpp"
#include "learning/networks/propagation.hpp"
#include "learning/spectra/operator_norm.hpp"

namespace asymptest::learning {

/// The Hessian in the weights of one sample's output f(x; w), by its products alone (Pearlmutter
/// 1994, "Fast exact multiplication by the Hessian"). A product costs two passes through the
/// network and no memory beyond the activations.
///
/// A direction V enters only by p_l = V_l·h_{l−1} and q_l = V_lᵀ·δ_l, and the product in layer l is
///
///     s_l·(Rδ_l·h_{l−1}ᵀ + δ_l·Rh_{l−1}ᵀ),
///
/// a matrix of rank two with known factors h_{l−1} and δ_l. All eigenvectors of nonzero eigenvalue
/// therefore have blocks a·ĥᵀ + δ̂·bᵀ with b ⊥ ĥ, and (a, b) are isometric coordinates of them:
/// Lanczos needs vectors of Σ (fan-out + fan-in) numbers instead of Σ (fan-out · fan-in).
///
/// Keeps a reference to the network, which must outlive it.
class OutputHessian {
 public:
  /// Throws std::invalid_argument if x does not fit the network.
  OutputHessian(const Network& network, const Eigen::VectorXd& x);

  /// Hessian times a direction in the weights' shapes.
  [[nodiscard]] std::vector<Eigen::MatrixXd> multiply(
      const std::vector<Eigen::MatrixXd>& direction) const;

  /// The length of a vector in compressed coordinates.
  [[nodiscard]] Eigen::Index compressed_size() const { return compressed_size_; }
  /// Hessian times a direction, both in compressed coordinates: for each layer a, then b.
  void multiply_compressed(const double* in, double* out) const;

  /// The direction, in the weights' shapes, of which these are the compressed coordinates.
  [[nodiscard]] std::vector<Eigen::MatrixXd> expand(const Eigen::VectorXd& compressed) const;

  /// The eigenvalues of largest magnitude with their eigenvectors in compressed coordinates, as
  /// `norm` finds the first. Throws as `leading_pairs` does.
  [[nodiscard]] LeadingPairs leading(int count, Stream random) const;
  /// The first of them, by `leading_pair_near` from a vector in compressed coordinates: that of
  /// weights nearby. Throws std::invalid_argument if it has another length.
  [[nodiscard]] LeadingPairs leading_near(const Eigen::VectorXd& compressed) const;

  /// The spectral norm, by Lanczos in compressed coordinates. Its first vector is drawn from
  /// `random`. Throws std::runtime_error if Lanczos doesn't converge.
  [[nodiscard]] double norm(const Stream& random) const;

 private:
  using Vectors = std::vector<Eigen::VectorXd>;  // one a layer
  struct Tangents {
    Vectors inputs, deltas;  ///< Rh_{l−1} and φ'·Rδ_l + φ''·Ru·δ_l
  };
  [[nodiscard]] SymmetricMap compressed_map() const;
  [[nodiscard]] Tangents tangents(const Vectors& p, const Vectors& q) const;
  [[nodiscard]] double push_forward(const Vectors& p, Tangents& result, Vectors& rates) const;

  const Network& network_;
  Vectors inputs_, deltas_, backs_;    // h_{l−1}; δ_l; s·Wᵀδ of the layer above
  Vectors slopes_, curvatures_;        // σ'(z_l), σ''(z_l)
  Vectors unit_inputs_, unit_deltas_;  // ĥ, δ̂; zero where h or δ is
  ActivationJet output_;               // φ at the preoutput
  Eigen::Index compressed_size_ = 0;
};

/// The spectral norm of the Hessian of f(x; w) at the network's weights.
double output_hessian_norm(const Network& network, const Eigen::VectorXd& x, const Stream& random);

}  // namespace asymptest::learning
