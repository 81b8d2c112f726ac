#include "learning/kernel_machines/laplace_line.hpp"

#include <cmath>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

void require_line(const Eigen::Ref<const Eigen::VectorXd>& points, double length) {
  require(points.size() > 0 && length > 0,
          "Laplace kernel on the line: {} points at the length {}, expected a point and a positive "
          "length",
          points.size(), length);
  for (Eigen::Index i = 1; i < points.size(); ++i) {
    require(points(i) > points(i - 1),
            "Laplace kernel on the line: {} follows {}, expected increasing points", points(i),
            points(i - 1));
  }
}

}  // namespace

double laplace_line_norm(const Eigen::Ref<const Eigen::VectorXd>& points,
                         const Eigen::Ref<const Eigen::VectorXd>& labels, double length) {
  require_line(points, length);
  require(labels.size() == points.size(),
          "Laplace kernel on the line: {} labels for {} points, expected one for each",
          labels.size(), points.size());
  double sum = labels(0) * labels(0);
  for (Eigen::Index i = 1; i < points.size(); ++i) {
    const double gap = (points(i) - points(i - 1)) / length;
    // y_{i+1} − ρ y_i without cancellation: ρ − 1 by expm1.
    const double step = labels(i) - labels(i - 1) - std::expm1(-gap) * labels(i - 1);
    sum += step * step / -std::expm1(-2 * gap);
  }
  return sum;
}

double laplace_line_norm_of_noise(const Eigen::Ref<const Eigen::VectorXd>& points, double length) {
  require_line(points, length);
  double sum = 1;
  for (Eigen::Index i = 1; i < points.size(); ++i) {
    sum += 1 / std::tanh((points(i) - points(i - 1)) / length);
  }
  return sum;
}

}  // namespace asymptest::learning
