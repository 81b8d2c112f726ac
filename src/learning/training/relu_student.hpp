#pragma once

#include <Eigen/Core>

#include "asymptest/random/stream.hpp"
#include "learning/training/least_squares.hpp"

namespace asymptest::learning {

/// f(x) = c₀ + ⟨c, x⟩ + Σ_k a_k max(⟨w_k, x⟩ + b_k, 0): an affine function and m units with biases.
/// In one dimension a broken line with m kinks, of 2(m + 1) parameters that count: where the kinks
/// are, and m + 2 values.
struct ReluStudent {
  Eigen::VectorXd affine;  ///< c₀ and c, 1 + d
  Eigen::VectorXd outer;   ///< a, m
  Eigen::MatrixXd inner;   ///< w and b, m × (d + 1)

  /// f at n points, the rows of n × d. Throws std::invalid_argument unless they have d coordinates.
  [[nodiscard]] Eigen::VectorXd at(const Eigen::Ref<const Eigen::MatrixXd>& points) const;
};

/// The weights in a row, c₀, c, a and then the w_k, b_k unit by unit; and back.
Eigen::VectorXd flatten(const ReluStudent& student);
ReluStudent student_with(const Eigen::Ref<const Eigen::VectorXd>& weights, Eigen::Index dimension);

/// The fit of labels at n points by such a student's weights, without `hessian_product`.
/// Throws std::invalid_argument unless there is a finite label for each point, and one at least.
LeastSquares student_fit(const Eigen::MatrixXd& points, const Eigen::VectorXd& labels);

/// What it says at the points, cut to the range of the labels: beyond it is no more than a blade
/// that two kinks leave between the samples.
Eigen::VectorXd within_range(const ReluStudent& student, const Eigen::MatrixXd& points,
                             const Eigen::VectorXd& labels);

/// The student of these units, m × (d + 1), whose affine part and outer weights are those of the
/// least squares fit of the labels.
ReluStudent fitted_student(const Eigen::MatrixXd& inner, const Eigen::MatrixXd& points,
                           const Eigen::VectorXd& labels);

/// A student whose units have directions without a preferred one and kinks that each pass through
/// one of the points, `fitted_student` of them: where training starts. Throws likewise, or unless
/// units ≥ 1.
ReluStudent drawn_student(const Eigen::MatrixXd& points, const Eigen::VectorXd& labels,
                          Eigen::Index units, Stream random);

/// That one with all weights trained by `levenberg_marquardt` until the loss falls no further. It
/// never ends above the loss of its start.
ReluStudent trained_student(const Eigen::MatrixXd& points, const Eigen::VectorXd& labels,
                            Eigen::Index units, const Stream& random);

/// The least mean square of x² − f(x) over the segment [0, 1] for broken lines with m kinks,
/// 1/(180 (m + 1)⁴). It is attained by equal pieces, which leave h²(B₂(x/h)) of a piece's length h,
/// B₂ Bernoulli's polynomial, and by no other stationary point (Barrow, Chui, Smith, Ward 1978,
/// "Unicity of best mean approximation by second order splines with variable knots").
double least_parabola_error(double kinks);

}  // namespace asymptest::learning
