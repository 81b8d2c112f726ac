#include "taught_trials.hpp"

#include <cmath>
#include <limits>
#include <string>

#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/training/levenberg_marquardt.hpp"
#include "learning/training/relu_student.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using learning::ReluStudent;

constexpr Index taught_units = 2, fresh_course_points = 2048;
constexpr double teaching_noise = 0.1;

/// One or two units along each of two axes, with kinks at ±½; their weights are 1 and −1 by turns.
ReluStudent teacher_of(Index units, Index dimension) {
  ReluStudent teacher{.affine = VectorXd::Zero(dimension + 1),
                      .outer = VectorXd(units),
                      .inner = MatrixXd::Zero(units, dimension + 1)};
  for (Index k = 0; k < units; ++k) {
    const double by_turns = k % 2 == 0 ? 1 : -1;
    teacher.outer[k] = by_turns;
    teacher.inner(k, k % 2) = k < 2 ? 1 : -1;
    teacher.inner(k, dimension) = -0.5 * by_turns;
  }
  return teacher;
}

MatrixXd normals(Index rows, Index columns, Stream random) {
  return learning::gaussian_design(rows, columns, 1, random);
}

double mean_squared(const VectorXd& deviations) {
  return deviations.squaredNorm() / static_cast<double>(deviations.size());
}

struct Course {
  ReluStudent teacher;
  MatrixXd points, fresh;
  VectorXd noisy, clean;  ///< labels at points, values at fresh ones

  Course(Index units, Index dimension, const Point& at, const Stream& random)
      : teacher(teacher_of(units, dimension)),
        points(normals(at.count("N"), dimension, random.substream("points"))),
        fresh(normals(fresh_course_points, dimension, random.substream("fresh"))),
        noisy(teacher.at(points) +
              teaching_noise * normals(points.rows(), 1, random.substream("noise"))),
        clean(teacher.at(fresh)) {}

  /// In the noisy labels, and of fresh values.
  [[nodiscard]] double left_by(const ReluStudent& student) const {
    return mean_squared(student.at(points) - noisy);
  }
  [[nodiscard]] double error_of(const ReluStudent& student) const {
    return mean_squared(student.at(fresh) - clean);
  }
  /// The same within the range of the labels.
  [[nodiscard]] double error_within_range(const ReluStudent& student) const {
    return mean_squared(learning::within_range(student, fresh, noisy) - clean);
  }
};

/// Of the students the one with the least error in the noisy labels. Where it is the teacher's or
/// less no more are trained: the least squares fit is there.
double error_of_best(const Course& course, const Stream& random) {
  constexpr int most = 64;
  const double left_by_teacher = course.left_by(course.teacher);
  double least = std::numeric_limits<double>::infinity(), error = least;
  for (int k = 0; k < most && least > left_by_teacher; ++k) {
    const ReluStudent student =
        learning::trained_student(course.points, course.noisy, taught_units,
                                  random.substream("student " + std::to_string(k)));
    const double left = course.left_by(student);
    if (left < least) {
      least = left;
      error = course.error_of(student);
    }
  }
  return error;
}

}  // namespace

Trial taught_error(int dimension) {
  return [=](const Point& at, Stream& random) {
    return error_of_best({taught_units, dimension, at, random}, random);
  };
}

double taught_error_law(int dimension, const Point& at) {
  const double parameters = 1 + dimension + taught_units * (1 + dimension);
  return std::pow(teaching_noise, 2) * parameters / at["N"];
}

Trial taught_error_of_larger_teacher(int dimension) {
  return [=](const Point& at, Stream& random) {
    const Course course(2 * taught_units, dimension, at, random);
    const VectorXd start = learning::flatten(teacher_of(taught_units, dimension));
    return course.error_of(learning::student_with(
        learning::levenberg_marquardt(learning::student_fit(course.points, course.noisy), start)
            .weights,
        dimension));
  };
}

Trial taught_error_of_drawn_units(int dimension) {
  return [=](const Point& at, Stream& random) {
    const Course course(taught_units, dimension, at, random);
    return course.error_within_range(learning::drawn_student(
        course.points, course.noisy, taught_units, random.substream("student")));
  };
}

Trial taught_error_of_given_units(int dimension) {
  return [=](const Point& at, Stream& random) {
    const Course course(taught_units, dimension, at, random);
    return course.error_of(
        learning::fitted_student(course.teacher.inner, course.points, course.noisy));
  };
}

}  // namespace asymptest::scaling
