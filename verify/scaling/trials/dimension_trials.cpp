#include "dimension_trials.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "learning/dimension/sphere_likelihood_law.hpp"
#include "learning/neighbours/neighbour_lists.hpp"

namespace asymptest::scaling {
namespace {

/// Points whose k-th neighbour is looked for.
constexpr Eigen::Index deficit_points = 16;

/// mean over i and j < k of log(T_k(i)/T_j(i)).
double mean_log_ratio(const Eigen::MatrixXd& points, int k) {
  const Eigen::ArrayXXd logs = learning::nearest_others(points, k, 1).distances.array().log();
  return logs.row(k - 1).mean() - logs.topRows(k - 1).mean();
}

}  // namespace

Trial likelihood_reciprocal(DimensionLaw law, int k) {
  return [law = std::move(law), k](const Point& at, Stream& random) {
    return mean_log_ratio(law(at, random), k);
  };
}

Trial relative_deficit_on_sphere(int dimension, int k) {
  return [dimension, k](const Point& at, Stream& random) {
    const Eigen::MatrixXd points =
        learning::uniform_sphere_points(dimension, at.count("N"), random);
    double sum = 0;
    for (Eigen::Index i = 0; i < deficit_points; ++i) {
      std::vector<double> squares(static_cast<std::size_t>(points.cols()));
      Eigen::VectorXd::Map(squares.data(), points.cols()) =
          (points.colwise() - points.col(i)).colwise().squaredNorm().transpose();
      std::nth_element(squares.begin(), squares.begin() + k, squares.end());  // the 0-th is its own
      sum += dimension * learning::sphere_log_ratio_below(
                             dimension, squares[static_cast<std::size_t>(k)] / 4) -
             1;
    }
    return sum / static_cast<double>(deficit_points);
  };
}

Eigen::MatrixXd points_of_sphere(const Point& at, Stream& random) {
  return learning::uniform_sphere_points(at.count("d"), at.count("N"), random);
}

}  // namespace asymptest::scaling
