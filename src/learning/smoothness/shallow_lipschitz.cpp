#include "learning/smoothness/shallow_lipschitz.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "asymptest/require/require.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;

constexpr Index most_units = 20;

/// ‖Σ s_k v_k‖² at a corner s of the cube, and what a flip of one s_k adds to it, from the products
/// ⟨v_j, v_k⟩.
class Corner {
 public:
  explicit Corner(Eigen::MatrixXd products)
      : products_(std::move(products)),
        chosen_(Eigen::VectorXd::Zero(products_.rows())),
        against_(Eigen::VectorXd::Zero(products_.rows())) {}

  [[nodiscard]] double squared_norm() const { return squared_norm_; }

  [[nodiscard]] Eigen::VectorXd gains() const {
    return (2 * (1 - 2 * chosen_.array()) * against_.array()).matrix() + products_.diagonal();
  }

  void flip(Index k) {
    const double step = 1 - 2 * chosen_(k);
    squared_norm_ += 2 * step * against_(k) + products_(k, k);
    against_ += step * products_.col(k);
    chosen_(k) += step;
  }

 private:
  Eigen::MatrixXd products_;
  Eigen::VectorXd chosen_, against_;  ///< s, and ⟨v_k, Σ s_j v_j⟩
  double squared_norm_ = 0;
};

/// Flips are few: each lets the norm grow, and rounding can't go on for ever.
double ascended(Corner corner) {
  Index best = 0;
  while (corner.gains().maxCoeff(&best) > 1e-12 * corner.squared_norm()) corner.flip(best);
  return std::sqrt(corner.squared_norm());
}

void require_units(const Eigen::Ref<const Eigen::MatrixXd>& slopes, Index most) {
  require(slopes.rows() >= 1 && slopes.rows() <= most, "shallow Lipschitz constant: {} units, {}",
          slopes.rows(), most == most_units ? "expected 1 to 20" : "expected one or more");
}

}  // namespace

double exact_shallow_lipschitz(const Eigen::Ref<const Eigen::MatrixXd>& slopes) {
  require_units(slopes, most_units);
  Corner corner(slopes * slopes.transpose());
  double largest = 0;
  for (std::uint32_t code = 1; code < std::uint32_t{1} << slopes.rows(); ++code) {
    corner.flip(std::countr_zero(code));
    largest = std::max(largest, corner.squared_norm());
  }
  return std::sqrt(largest);
}

double ascended_shallow_lipschitz(const Eigen::Ref<const Eigen::MatrixXd>& slopes) {
  require_units(slopes, slopes.rows());
  const Eigen::MatrixXd products = slopes * slopes.transpose();
  Corner all(products);
  for (Index k = 0; k < slopes.rows(); ++k) all.flip(k);
  return std::max(ascended(Corner(products)), ascended(std::move(all)));
}

Eigen::VectorXd shallow_lipschitz_products(const Eigen::Ref<const Eigen::MatrixXd>& inner,
                                           const Eigen::Ref<const Eigen::MatrixXd>& outer) {
  require(outer.rows() >= 1 && inner.rows() == outer.rows(),
          "shallow Lipschitz constant: {} rows for {} outer weights, expected one for each of one "
          "or more",
          inner.rows(), outer.rows());
  const double norm = std::sqrt(symmetric_eigenvalues(inner * inner.transpose()).maxCoeff());
  const Eigen::VectorXd lengths = inner.rowwise().norm();
  return (norm * outer.colwise().norm()).cwiseMin(lengths.transpose() * outer.cwiseAbs());
}

}  // namespace asymptest::learning
