#pragma once

#include <Eigen/Core>

namespace asymptest {

/// The factorisation A = QR by Householder's reflections of a matrix with no fewer rows than
/// columns, applied to a second matrix: R (square, upper) and the first rows of QᵀB.
struct Triangularised {
  Eigen::MatrixXd triangle;
  Eigen::MatrixXd rotated;
};

/// Throws std::invalid_argument unless A has at least as many rows as columns, and B as many as A.
Triangularised triangularised(const Eigen::Ref<const Eigen::MatrixXd>& tall,
                              const Eigen::Ref<const Eigen::MatrixXd>& right);

/// The R of that alone.
Eigen::MatrixXd triangle_of(const Eigen::Ref<const Eigen::MatrixXd>& tall);

/// The first columns of Q: an orthonormal basis of the span of independent columns.
Eigen::MatrixXd orthonormal_columns(const Eigen::Ref<const Eigen::MatrixXd>& tall);

/// R⁻¹ of an upper triangle, of which nothing below the diagonal is read.
Eigen::MatrixXd inverse_of_triangle(const Eigen::Ref<const Eigen::MatrixXd>& triangle);

/// The least-squares solutions of least norm A⁺B, for any shape and rank of A, by a complete
/// orthogonal decomposition. Throws std::invalid_argument unless A and B have as many rows.
Eigen::MatrixXd least_squares_of_least_norm(const Eigen::Ref<const Eigen::MatrixXd>& matrix,
                                            const Eigen::Ref<const Eigen::MatrixXd>& right);

}  // namespace asymptest
