#include "learning/tasks/sphere_points.hpp"

#include <cmath>

namespace asymptest::learning::optimisation {

Eigen::MatrixXd sphere_points(Eigen::Index dimension, Eigen::Index count, Stream random) {
  Eigen::MatrixXd points(dimension, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  points.colwise().normalize();
  return std::sqrt(static_cast<double>(dimension)) * points;
}

}  // namespace asymptest::learning::optimisation
