#include "learning/interpolation/ridgeless_sweep.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

#include "asymptest/linear_algebra/cholesky.hpp"
#include "asymptest/linear_algebra/orthogonal.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Matrix = Eigen::Ref<const Eigen::MatrixXd>;
using Vector = Eigen::Ref<const Eigen::VectorXd>;

void require_sweep(const Matrix& design, const Vector& target) {
  if (design.rows() >= 1 && design.rows() <= design.cols() && target.size() == design.cols()) {
    return;
  }
  throw std::invalid_argument(
      message("ridgeless sweep: a design of {} x {} with a target of {} entries, expected 1 <= "
              "rows <= columns and an entry for each",
              design.rows(), design.cols(), target.size()));
}

[[noreturn]] void refuse_dependent(const char* what) {
  throw std::domain_error(std::string("ridgeless sweep: the ") + what +
                          " are dependent to working precision");
}

/// p = 1 … n: the solution R_p⁻¹(Qᵀy)_p grows by a multiple of one column of R⁻¹ at a time.
void few_columns(const Matrix& design, const Vector& target, RidgelessSweep& sweep) {
  const Index n = design.rows();
  const Triangularised qr = triangularised(design.leftCols(n), design * target);
  const Eigen::VectorXd pivots = qr.triangle.diagonal().cwiseAbs();
  if (pivots.minCoeff() <=
      static_cast<double>(n) * std::numeric_limits<double>::epsilon() * pivots.maxCoeff()) {
    refuse_dependent("first n columns");
  }
  const Eigen::MatrixXd inverse = inverse_of_triangle(qr.triangle);
  Eigen::VectorXd solution = Eigen::VectorXd::Zero(n);
  double noise = 0;
  for (Index p = 1; p <= n; ++p) {
    const auto column = inverse.col(p - 1).head(p);
    noise += column.squaredNorm();
    solution.head(p) += qr.rotated(p - 1, 0) * column;
    sweep.noise(p - 1) = noise;
    sweep.norm_squared(p - 1) = solution.head(p).squaredNorm();
    sweep.bias(p - 1) = (target.head(p) - solution.head(p)).squaredNorm() +
                        target.tail(target.size() - p).squaredNorm();
  }
}

/// The columns beyond p = n, last first, as updates of G⁻¹ by one vᵀv each.
Eigen::MatrixXd inverse_updates(const Matrix& design, const Cholesky& factors) {
  const Index n = design.rows(), removed = design.cols() - n;
  Eigen::MatrixXd updates = design.rightCols(removed).rowwise().reverse();
  factors.solve_lower(updates);
  Eigen::MatrixXd remaining = Eigen::MatrixXd::Identity(removed, removed);
  remaining.selfadjointView<Eigen::Lower>().rankUpdate(updates.transpose(), -1);
  factors.solve_upper(updates);
  const Cholesky shrunk(remaining);
  if (!shrunk.complete()) refuse_dependent("first n columns");
  shrunk.solve_upper_from_the_right(updates);
  return updates;
}

/// p = D … n + 1: with a = G_p⁻¹y, ‖ŵ‖² = ⟨y, a⟩ and ⟨w, ŵ⟩ = ⟨X_p w_p, a⟩.
void many_columns(const Matrix& design, const Vector& target, RidgelessSweep& sweep) {
  const Index n = design.rows(), most = design.cols();
  Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(n, n);
  gram.selfadjointView<Eigen::Lower>().rankUpdate(design);
  const Cholesky factors(gram);
  if (!factors.complete()) refuse_dependent("rows");
  const Eigen::MatrixXd updates = inverse_updates(design, factors);
  const Eigen::VectorXd labels = design * target;
  Eigen::VectorXd dual = factors.solve(labels), seen = labels;
  Eigen::MatrixXd inverse_factor = Eigen::MatrixXd::Identity(n, n);
  factors.solve_lower(inverse_factor);
  double noise = inverse_factor.squaredNorm();
  for (Index p = most; p > n; --p) {
    sweep.noise(p - 1) = noise;
    sweep.norm_squared(p - 1) = labels.dot(dual);
    sweep.bias(p - 1) = target.squaredNorm() - 2 * seen.dot(dual) + labels.dot(dual);
    const auto update = updates.col(most - p);
    noise += update.squaredNorm();
    dual += update.dot(labels) * update;
    seen -= target(p - 1) * design.col(p - 1);
  }
}

}  // namespace

RidgelessSweep ridgeless_sweep(const Matrix& design, const Vector& target) {
  require_sweep(design, target);
  const Index most = design.cols();
  RidgelessSweep sweep{Eigen::VectorXd(most), Eigen::VectorXd(most), Eigen::VectorXd(most)};
  few_columns(design, target, sweep);
  if (most > design.rows()) many_columns(design, target, sweep);
  return sweep;
}

}  // namespace asymptest::learning
