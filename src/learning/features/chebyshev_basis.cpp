#include "learning/features/chebyshev_basis.hpp"

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

void require_positive(Eigen::Index count, const char* of) {
  require(count >= 1, "Chebyshev basis: {} {}, expected 1 at least", count, of);
}

}  // namespace

Eigen::VectorXd chebyshev_nodes(Eigen::Index count) {
  require_positive(count, "nodes");
  Eigen::VectorXd nodes(count);
  for (Eigen::Index i = 0; i < count; ++i) {
    nodes(i) =
        std::cos(std::numbers::pi * (static_cast<double>(i) + 0.5) / static_cast<double>(count));
  }
  return nodes;
}

Eigen::MatrixXd chebyshev_basis(const Eigen::Ref<const Eigen::VectorXd>& points,
                                Eigen::Index polynomials) {
  require_positive(polynomials, "polynomials");
  for (const double x : points) {
    if (!(std::abs(x) <= 1)) {
      throw std::domain_error(message("Chebyshev basis: a point at {}, expected [-1, 1]", x));
    }
  }
  const Eigen::ArrayXd angles = points.array().acos();
  Eigen::MatrixXd basis(points.size(), polynomials);
  basis.col(0).setOnes();
  for (Eigen::Index k = 1; k < polynomials; ++k) {
    basis.col(k) = std::numbers::sqrt2 * (static_cast<double>(k) * angles).cos();
  }
  return basis;
}

}  // namespace asymptest::learning
