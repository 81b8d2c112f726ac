#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "rigor/arithmetic/interval.hpp"
#include "rigor/certificates/certificate_file.hpp"

/// The checker's own evaluation of a shallow network: number by number, with scalar intervals only.
namespace asymptest::rigor {

/// A square matrix of intervals, of which the lower triangle is used.
class ScalarSymmetric {
 public:
  explicit ScalarSymmetric(std::size_t order) : order_(order), entries_(order * order) {}
  Interval& operator()(std::size_t i, std::size_t j) { return entries_[i * order_ + j]; }
  const Interval& operator()(std::size_t i, std::size_t j) const {
    return entries_[i * order_ + j];
  }
  [[nodiscard]] std::size_t order() const { return order_; }

 private:
  std::size_t order_;
  std::vector<Interval> entries_;
};

/// Whether sign·A + shift·I is positive definite for every matrix in A: the pivots of the interval
/// factorisation L D Lᵀ hold those of each of them.
bool certainly_positive(const ScalarSymmetric& a, double sign, const Interval& shift);

/// Whether rᵀ A⁻¹ r < bound for every A and r in the intervals, and A is positive definite: exactly
/// then the bordered matrix [[A, r], [rᵀ, bound]] is positive definite.
bool inverse_form_is_below(const ScalarSymmetric& a, std::span<const Interval> r,
                           const Interval& bound);

/// What a certificate's network computes at its data, all of it enclosed.
struct ScalarEvaluation {
  ScalarSymmetric angles;  ///< x_i · x_j
  ScalarSymmetric kernel;  ///< the tangent kernel of both layers
  std::vector<Interval> residuals;
  double output_weight = 0;  ///< max_r |v_r|
};

ScalarEvaluation evaluate(const CertificateFile& file);

}  // namespace asymptest::rigor
