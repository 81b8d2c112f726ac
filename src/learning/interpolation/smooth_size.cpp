#include "learning/interpolation/smooth_size.hpp"

#include <stdexcept>
#include <string>

#include "asymptest/require/require.hpp"
#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::learning {

Eigen::Index least_smooth_columns(const Eigen::Ref<const Eigen::MatrixXd>& design,
                                  const Eigen::Ref<const Eigen::VectorXd>& labels,
                                  double squared_lipschitz) {
  if (labels.size() != design.rows() || design.rows() >= design.cols() ||
      !(squared_lipschitz > 0)) {
    throw std::invalid_argument(
        message("smooth size: {} labels for a design of {} x {} and Lip² <= {}, expected a label a "
                "row, fewer rows than columns, and a positive bound",
                labels.size(), design.rows(), design.cols(), squared_lipschitz));
  }
  const auto is_smooth = [&](Eigen::Index columns) {
    return min_norm_squared(design.leftCols(columns), labels) <= squared_lipschitz;
  };
  Eigen::Index enough = design.cols(), rough = design.rows() - 1;
  if (!is_smooth(enough)) {
    throw std::domain_error(
        message("smooth size: all {} columns leave Lip² above {}", enough, squared_lipschitz));
  }
  while (enough - rough > 1) {
    const Eigen::Index middle = rough + (enough - rough) / 2;
    (is_smooth(middle) ? enough : rough) = middle;
  }
  return enough;
}

double mean_smooth_columns_law(double samples, double ambient_dimension, double squared_lipschitz) {
  return samples + samples * ambient_dimension / squared_lipschitz + 0.5;
}

}  // namespace asymptest::learning
