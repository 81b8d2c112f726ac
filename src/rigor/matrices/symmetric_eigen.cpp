#include "rigor/matrices/symmetric_eigen.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "asymptest/require/require.hpp"

namespace asymptest::rigor {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// QᵀAQ = T. Eigen's own reduction is not used because its blocked products take six seconds to
/// compile.
struct Tridiagonal {
  VectorXd diagonal, below;
  MatrixXd reflectors;  ///< column k, from row k + 1: the vector of reflection k
  VectorXd factors;     ///< reflection k is I − factor v vᵀ
};

/// Makes the column from row k + 1 its reflection's vector; the entry that takes its place.
double reflect(Tridiagonal& t, Index k) {
  auto v = t.reflectors.col(k).tail(t.diagonal.size() - k - 1);
  const double first = v(0);
  const double length = v.norm();
  if (!(std::abs(first) < length)) {  // nothing below to take away
    t.factors(k) = 0;
    return first;
  }
  const double kept = first > 0 ? -length : length;
  v(0) = first - kept;
  t.factors(k) = 2 / v.squaredNorm();
  return kept;
}

/// A v of the trailing block from row k + 1 on, from its lower triangle.
VectorXd trailing_product(const MatrixXd& a, Index k, const VectorXd& v) {
  VectorXd image = VectorXd::Zero(v.size());
  for (Index j = 0; j < v.size(); ++j) {
    const Index rest = v.size() - j - 1;
    const auto column = a.col(k + 1 + j).tail(rest);
    image(j) += a(k + 1 + j, k + 1 + j) * v(j) + column.dot(v.tail(rest));
    image.tail(rest) += v(j) * column;
  }
  return image;
}

Tridiagonal reduced(MatrixXd a) {
  const Index n = a.rows();
  Tridiagonal t{VectorXd(n), VectorXd::Zero(n - 1), std::move(a), VectorXd::Zero(n)};
  for (Index k = 0; k + 1 < n; ++k) {
    t.below(k) = reflect(t, k);
    const VectorXd v = t.reflectors.col(k).tail(n - k - 1);
    VectorXd w = t.factors(k) * trailing_product(t.reflectors, k, v);
    w -= (0.5 * t.factors(k) * w.dot(v)) * v;
    for (Index j = 0; j < v.size(); ++j) {
      const Index rest = v.size() - j;
      t.reflectors.col(k + 1 + j).tail(rest) -= v.tail(rest) * w(j) + w.tail(rest) * v(j);
    }
  }
  for (Index k = 0; k < n; ++k) t.diagonal(k) = t.reflectors(k, k);
  return t;
}

/// Q times the matrix.
void rotate_back(const Tridiagonal& t, MatrixXd& vectors) {
  for (Index k = t.diagonal.size() - 2; k >= 0; --k) {
    const auto v = t.reflectors.col(k).tail(t.diagonal.size() - k - 1);
    for (Index j = 0; j < vectors.cols(); ++j) {
      auto column = vectors.col(j).tail(v.size());
      column -= (t.factors(k) * column.dot(v)) * v;
    }
  }
}

/// The largest |a_ij| in the lower triangle; 1 if all are 0.
double largest_entry(const MatrixXd& lower) {
  double largest = 0;
  for (Index j = 0; j < lower.cols(); ++j) {
    for (Index i = j; i < lower.rows(); ++i) largest = std::max(largest, std::abs(lower(i, j)));
  }
  return largest > 0 ? largest : 1;
}

}  // namespace

SymmetricEigen symmetric_eigen(const MatrixXd& lower) {
  require(lower.rows() == lower.cols() && lower.rows() != 0,
          "eigenvalues of a {} x {} matrix: expected square, not empty", lower.rows(),
          lower.cols());
  const double entry = largest_entry(lower);  // so that no square overflows or underflows
  const Tridiagonal t = reduced(lower / entry);
  // The library's test for convergence asks for a norm of about one.
  const double size = std::max(largest_entry(t.diagonal), largest_entry(t.below));
  Eigen::SelfAdjointEigenSolver<MatrixXd> solver;
  solver.computeFromTridiagonal(t.diagonal / size, t.below / size);
  if (solver.info() != Eigen::Success) {
    throw std::runtime_error("the eigenvalues of a symmetric matrix did not converge");
  }
  SymmetricEigen result{entry * size * solver.eigenvalues(), solver.eigenvectors()};
  rotate_back(t, result.vectors);
  return result;
}

VectorXd solved(const SymmetricEigen& a, const VectorXd& right) {
  if (!(a.values(0) > 0)) {
    throw std::domain_error(
        message("no solution: the least eigenvalue is {}, expected above 0", a.values(0)));
  }
  VectorXd solution = VectorXd::Zero(right.size());
  for (Index k = 0; k < a.values.size(); ++k) {
    const auto vector = a.vectors.col(k);
    solution += (vector.dot(right) / a.values(k)) * vector;
  }
  return solution;
}

}  // namespace asymptest::rigor
