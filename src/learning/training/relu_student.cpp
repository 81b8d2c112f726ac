#include "learning/training/relu_student.hpp"

#include <cmath>

#include "asymptest/require/require.hpp"
#include "learning/spectra/require_finite.hpp"
#include "learning/training/levenberg_marquardt.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd with_ones(const Eigen::Ref<const MatrixXd>& points) {
  MatrixXd both(points.rows(), points.cols() + 1);
  both << points, MatrixXd::Ones(points.rows(), 1);
  return both;
}

/// 1, x and the units' values.
MatrixXd features_of(const MatrixXd& inner, const Eigen::Ref<const MatrixXd>& points) {
  MatrixXd features(points.rows(), 1 + points.cols() + inner.rows());
  features << MatrixXd::Ones(points.rows(), 1), points,
      (with_ones(points) * inner.transpose()).cwiseMax(0);
  return features;
}

VectorXd linear_weights(const ReluStudent& student) {
  VectorXd both(student.affine.size() + student.outer.size());
  both << student.affine, student.outer;
  return both;
}

MatrixXd student_jacobian(const ReluStudent& student, const MatrixXd& points) {
  const MatrixXd features = features_of(student.inner, points), inputs = with_ones(points);
  const Index units = student.outer.size(), entries = inputs.cols();
  MatrixXd rows(points.rows(), features.cols() + units * entries);
  rows.leftCols(features.cols()) = features;
  for (Index k = 0; k < units; ++k) {
    const VectorXd slopes =
        student.outer[k] *
        (features.col(entries + k).array() > 0).cast<double>().matrix();  // σ'(0) = 0
    rows.middleCols(features.cols() + k * entries, entries) = slopes.asDiagonal() * inputs;
  }
  return rows;
}

/// Directions of the unit sphere, each with the bias that puts its kink at one of the points.
MatrixXd drawn_units(const MatrixXd& points, Index units, Stream& random) {
  MatrixXd inner(units, points.cols() + 1);
  for (Index k = 0; k < units; ++k) {
    VectorXd direction(points.cols());
    for (double& entry : direction) entry = random.normal();
    direction.normalize();
    const auto at = static_cast<Index>(random.uniform() * static_cast<double>(points.rows()));
    inner.row(k) << direction.transpose(), -points.row(at).dot(direction);
  }
  return inner;
}

}  // namespace

VectorXd ReluStudent::at(const Eigen::Ref<const MatrixXd>& points) const {
  require(points.cols() + 1 == affine.size(), "ReluStudent: points of {} coordinates, expected {}",
          points.cols(), affine.size() - 1);
  return features_of(inner, points) * linear_weights(*this);
}

VectorXd flatten(const ReluStudent& student) {
  const MatrixXd by_unit = student.inner.transpose();
  VectorXd weights(student.affine.size() + student.outer.size() + by_unit.size());
  weights << linear_weights(student), by_unit.reshaped();
  return weights;
}

ReluStudent student_with(const Eigen::Ref<const VectorXd>& weights, Index dimension) {
  const Index units = (weights.size() - 1 - dimension) / (dimension + 2);
  require(units >= 0 && weights.size() == 1 + dimension + units * (dimension + 2),
          "{} weights, expected those of an affine function of {} coordinates and of whole units",
          weights.size(), dimension);
  return {
      .affine = weights.head(1 + dimension),
      .outer = weights.segment(1 + dimension, units),
      .inner = weights.tail(units * (dimension + 1)).reshaped(dimension + 1, units).transpose()};
}

LeastSquares student_fit(const MatrixXd& points, const VectorXd& labels) {
  require(labels.size() == points.rows() && labels.size() > 0,
          "{} labels, expected one for each of {} points, and one at least", labels.size(),
          points.rows());
  require_finite(labels, "vector of labels");
  LeastSquares fit;
  fit.residual = [=](const VectorXd& weights) -> VectorXd {
    return student_with(weights, points.cols()).at(points) - labels;
  };
  fit.jacobian = [=](const VectorXd& weights) {
    return student_jacobian(student_with(weights, points.cols()), points);
  };
  fit.pull_back = [=](const VectorXd& weights, const VectorXd& coefficients) -> VectorXd {
    return student_jacobian(student_with(weights, points.cols()), points).transpose() *
           coefficients;
  };
  return fit;
}

VectorXd within_range(const ReluStudent& student, const MatrixXd& points, const VectorXd& labels) {
  return student.at(points).cwiseMax(labels.minCoeff()).cwiseMin(labels.maxCoeff());
}

ReluStudent fitted_student(const MatrixXd& inner, const MatrixXd& points, const VectorXd& labels) {
  ReluStudent student{.affine = VectorXd::Zero(points.cols() + 1),
                      .outer = VectorXd::Zero(inner.rows()),
                      .inner = inner};
  // Linear in these: training them alone ends at the least squares fit.
  const VectorXd fitted =
      levenberg_marquardt(linear_fit(features_of(student.inner, points), labels),
                          linear_weights(student))
          .weights;
  student.affine = fitted.head(points.cols() + 1);
  student.outer = fitted.tail(inner.rows());
  return student;
}

ReluStudent drawn_student(const MatrixXd& points, const VectorXd& labels, Index units,
                          Stream random) {
  require(units >= 1, "a student of {} units, expected 1 at least", units);
  return fitted_student(drawn_units(points, units, random), points, labels);
}

ReluStudent trained_student(const MatrixXd& points, const VectorXd& labels, Index units,
                            const Stream& random) {
  const ReluStudent start = drawn_student(points, labels, units, random);
  return student_with(levenberg_marquardt(student_fit(points, labels), flatten(start)).weights,
                      points.cols());
}

double least_parabola_error(double kinks) { return std::pow(kinks + 1, -4) / 180; }

}  // namespace asymptest::learning
