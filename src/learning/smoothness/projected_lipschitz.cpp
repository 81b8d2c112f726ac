#include "learning/smoothness/projected_lipschitz.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

/// The pairs of different values and their squared distances in the coordinates added so far.
class GrowingDistances {
 public:
  GrowingDistances(const Eigen::Ref<const Eigen::MatrixXd>& points,
                   const Eigen::Ref<const Eigen::VectorXd>& values)
      : points_(points) {
    if (points.cols() < 2 || values.size() != points.cols()) {
      throw std::invalid_argument(
          message("projected Lipschitz constant: {} points with {} values, expected two or more "
                  "with a value each",
                  points.cols(), values.size()));
    }
    for (Eigen::Index i = 0; i < points.cols(); ++i) {
      for (Eigen::Index j = 0; j < i; ++j) {
        const double step = values(i) - values(j);
        if (step != 0) pairs_.push_back({i, j, step * step, 0});
      }
    }
  }

  void add_coordinate(Eigen::Index axis) {
    const Eigen::RowVectorXd row = points_.row(axis);
    for (Pair& pair : pairs_) {
      const double step = row(pair.i) - row(pair.j);
      pair.squared_distance += step * step;
    }
  }

  [[nodiscard]] double squared_lipschitz() const {
    double largest = 0;
    for (const Pair& pair : pairs_) {
      largest = std::max(largest, pair.squared_step / pair.squared_distance);
    }
    return largest;
  }

 private:
  struct Pair {
    Eigen::Index i, j;
    double squared_step, squared_distance;
  };

  Eigen::Ref<const Eigen::MatrixXd> points_;
  std::vector<Pair> pairs_;
};

}  // namespace

Eigen::VectorXd projected_squared_lipschitz(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                            const Eigen::Ref<const Eigen::VectorXd>& values) {
  GrowingDistances distances(points, values);
  Eigen::VectorXd squares(points.rows());
  for (Eigen::Index axis = 0; axis < points.rows(); ++axis) {
    distances.add_coordinate(axis);
    squares(axis) = distances.squared_lipschitz();
  }
  return squares;
}

Eigen::Index least_smooth_coordinates(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                      const Eigen::Ref<const Eigen::VectorXd>& values,
                                      double squared_lipschitz) {
  GrowingDistances distances(points, values);
  for (Eigen::Index axis = 0; axis < points.rows(); ++axis) {
    distances.add_coordinate(axis);
    if (distances.squared_lipschitz() <= squared_lipschitz) return axis + 1;
  }
  throw std::domain_error(
      message("smooth coordinates: all {} leave Lip² above {}", points.rows(), squared_lipschitz));
}

}  // namespace asymptest::learning
