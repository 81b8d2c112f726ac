#pragma once

#include <Eigen/Core>

namespace asymptest::rigor {

/// A factor of a product: middle ± radius, exact where there is no radius.
struct ProductFactor {
  const Eigen::MatrixXd& middle;
  const Eigen::MatrixXd* radius = nullptr;  ///< entries ≥ 0, the same shape
};

/// An upper bound, entry by entry, of |A|(γ|B| + S) + R(|B| + S) for A ± R and B ± S: how far their
/// product may lie from that of the middles in plain arithmetic, which errs by at most γ|A||B|. A's
/// columns are as many as B's rows.
///
/// A bound needs no sixteen digits: the sums are formed in single precision, at half the cost, and
/// come out less than 1 % high. Each factor is divided by a power of two, and what is below
/// 2^-63 of its largest entry is raised to that (only then is the bound higher), so that nothing
/// underflows; sums of k ≤ 2^15 terms fall short by at most γ_k (Higham 2002, section 3.5).
Eigen::MatrixXd product_radius(const ProductFactor& a, const ProductFactor& b, double gamma);

}  // namespace asymptest::rigor
