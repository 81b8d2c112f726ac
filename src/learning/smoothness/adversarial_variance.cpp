#include "learning/smoothness/adversarial_variance.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

/// Enough to find an axis that stands out; where none does, any is as good.
constexpr int power_steps = 30;

}  // namespace

double sample_variance(const Eigen::Ref<const Eigen::VectorXd>& values) {
  require(values.size() >= 2, "variance: there are {} values, expected two or more", values.size());
  const double mean = values.mean();
  return (values.array() - mean).square().sum() / static_cast<double>(values.size() - 1);
}

Eigen::VectorXd principal_axis(const Eigen::Ref<const Eigen::MatrixXd>& points) {
  require(points.cols() >= 2, "principal axis: there are {} points, expected two or more",
          points.cols());
  const Eigen::VectorXd centre = points.rowwise().mean();
  const Eigen::MatrixXd centred = points.colwise() - centre;
  Eigen::Index farthest = 0;
  require(centred.colwise().squaredNorm().maxCoeff(&farthest) > 0,
          "principal axis: all points are one, expected different ones");
  Eigen::VectorXd axis = centred.col(farthest).normalized();
  for (int step = 0; step < power_steps; ++step) {
    axis = centred * (centred.transpose() * axis);
    axis.normalize();
  }
  return axis;
}

Eigen::VectorXd distances_to_set(const Eigen::Ref<const Eigen::MatrixXd>& anchors,
                                 const Eigen::Ref<const Eigen::MatrixXd>& queries) {
  require(anchors.cols() >= 1 && anchors.rows() == queries.rows(),
          "distances to a set: {} anchors of {} coordinates for queries of {}, expected one or "
          "more of as many",
          anchors.cols(), anchors.rows(), queries.rows());
  Eigen::MatrixXd squares = -2 * (anchors.transpose() * queries);
  squares.colwise() += anchors.colwise().squaredNorm().transpose();
  squares.rowwise() += queries.colwise().squaredNorm();
  return squares.colwise().minCoeff().transpose().cwiseMax(0).cwiseSqrt();
}

double adversarial_variance(const Eigen::Ref<const Eigen::MatrixXd>& known,
                            const Eigen::Ref<const Eigen::MatrixXd>& fresh) {
  const Eigen::VectorXd axis = principal_axis(known);
  const Eigen::VectorXd along = known.transpose() * axis;
  std::vector<Eigen::Index> order(static_cast<std::size_t>(known.cols()));
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  std::sort(order.begin(), order.end(),
            [&](Eigen::Index a, Eigen::Index b) { return along(a) > along(b); });
  Eigen::MatrixXd cluster(known.rows(), known.cols() / 2);
  for (Eigen::Index i = 0; i < cluster.cols(); ++i) {
    cluster.col(i) = known.col(order[static_cast<std::size_t>(i)]);
  }
  return std::max({sample_variance(fresh.transpose() * axis),
                   sample_variance(distances_to_set(cluster, fresh)),
                   sample_variance(fresh.colwise().norm().transpose())});
}

}  // namespace asymptest::learning
