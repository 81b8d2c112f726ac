#include "rigor/networks/random_problem.hpp"

#include "asymptest/require/require.hpp"

namespace asymptest::rigor {
namespace {

using Eigen::Index;

Eigen::MatrixXd draw(Index rows, Index cols, const std::function<double()>& normal) {
  Eigen::MatrixXd values(rows, cols);
  for (Index i = 0; i < rows; ++i) {
    for (Index j = 0; j < cols; ++j) values(i, j) = normal();
  }
  return values;
}

Eigen::VectorXd signs(Index size, const std::function<double()>& normal) {
  return draw(size, 1, normal).unaryExpr([](double x) { return x < 0 ? -1.0 : 1.0; });
}

}  // namespace

ShallowProblem random_problem(const ShallowSizes& sizes, const std::function<double()>& normal) {
  require(sizes.samples >= 1 && sizes.dimension >= 1 && sizes.width >= 1,
          "random problem of {} samples, dimension {}, width {}: expected all >= 1", sizes.samples,
          sizes.dimension, sizes.width);
  ShallowProblem problem;
  problem.inputs = draw(sizes.samples, sizes.dimension, normal).rowwise().normalized();
  problem.labels = signs(sizes.samples, normal);
  problem.hidden = draw(sizes.width, sizes.dimension, normal);
  problem.output = signs(sizes.width, normal);
  return problem;
}

}  // namespace asymptest::rigor
