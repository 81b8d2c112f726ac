#include "student_trials.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "learning/training/relu_student.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using learning::ReluStudent;

constexpr Index lesson_points = 1024, square_points = 512, fresh_lesson_points = 8192;

MatrixXd middles_of_pieces(Index count) {
  const auto pieces = static_cast<double>(count);
  return VectorXd::LinSpaced(count, 0.5, pieces - 0.5) / pieces;
}

/// Points with their labels.
struct Lesson {
  MatrixXd points;
  VectorXd labels;

  [[nodiscard]] double error_of(const ReluStudent& student) const {
    return (student.at(points) - labels).squaredNorm() / static_cast<double>(labels.size());
  }
};

Lesson of_parabola(Index count) {
  const MatrixXd points = middles_of_pieces(count);
  return {points, points.array().square()};
}

Lesson with_noise(Lesson lesson, Stream random) {
  for (double& label : lesson.labels) label += random.normal();
  return lesson;
}

Lesson of_bump(const Eigen::RowVector2d& centre, Index count, Stream random) {
  MatrixXd points(count, 2);
  for (double& entry : points.reshaped()) entry = random.uniform();
  return {points, (-2 * (points.rowwise() - centre).rowwise().squaredNorm().array()).exp()};
}

/// Of the students trained on one lesson the least error in the other.
double least_error(const Lesson& lesson, const Lesson& fresh, const Point& at, int students,
                   const Stream& random) {
  double least = std::numeric_limits<double>::infinity();
  for (int k = 0; k < students; ++k) {
    const ReluStudent student =
        learning::trained_student(lesson.points, lesson.labels, at.count("m"),
                                  random.substream("student " + std::to_string(k)));
    least = std::min(least, fresh.error_of(student));
  }
  return least;
}

/// Of one student of noisy labels, within their range: the error in clean ones and the noise's
/// variance.
double error_under_noise(const Lesson& clean, const Lesson& fresh, const Point& at,
                         const Stream& random) {
  const Lesson noisy = with_noise(clean, random.substream("noise"));
  const ReluStudent student = learning::trained_student(noisy.points, noisy.labels, at.count("m"),
                                                        random.substream("student"));
  const VectorXd said = learning::within_range(student, fresh.points, noisy.labels);
  return 1 + (said - fresh.labels).squaredNorm() / static_cast<double>(fresh.labels.size());
}

struct BumpLessons {
  Lesson lesson, fresh;

  BumpLessons(Index count, Stream& random) {
    const Eigen::RowVector2d centre(random.uniform(0.25, 0.75), random.uniform(0.25, 0.75));
    lesson = of_bump(centre, count, random.substream("lesson"));
    fresh = of_bump(centre, fresh_lesson_points, random.substream("fresh"));
  }
};

}  // namespace

double parabola_error(const Point& at, Stream& random) {
  return least_error(of_parabola(lesson_points), of_parabola(fresh_lesson_points), at, 16, random);
}

double parabola_error_of_drawn_units(const Point& at, Stream& random) {
  const Lesson lesson = of_parabola(lesson_points);
  return of_parabola(fresh_lesson_points)
      .error_of(learning::drawn_student(lesson.points, lesson.labels, at.count("m"), random));
}

double noisy_parabola_error(const Point& at, Stream& random) {
  return error_under_noise(of_parabola(lesson_points), of_parabola(fresh_lesson_points), at,
                           random);
}

double bump_error(const Point& at, Stream& random) {
  const BumpLessons bump(square_points, random);
  return least_error(bump.lesson, bump.fresh, at, 8, random);
}

double noisy_bump_error(const Point& at, Stream& random) {
  const BumpLessons bump(lesson_points, random);
  return error_under_noise(bump.lesson, bump.fresh, at, random);
}

}  // namespace asymptest::scaling
