#include "learning/geometry/covering.hpp"

#include <cmath>
#include <numbers>

#include "asymptest/require/require.hpp"
#include "learning/geometry/nearest_neighbours.hpp"
#include "learning/geometry/torus.hpp"

namespace asymptest::learning {

double mean_covering_distance(const PointLaw& samples, Eigen::Index count, const PointLaw& queries,
                              Eigen::Index fresh, Metric metric, const Stream& random) {
  Stream sample_stream = random.substream("samples");
  Stream query_stream = random.substream("fresh points");
  const NearestNeighbours nearest(samples(count, sample_stream));
  const Eigen::MatrixXd points = queries(fresh, query_stream);
  return metric == Metric::flat_torus ? mean_nearest_torus_distance(nearest, points)
                                      : mean_nearest_distance(nearest, points);
}

double mean_covering_distance(const PointLaw& law, Eigen::Index count, Eigen::Index fresh,
                              Metric metric, const Stream& random) {
  return mean_covering_distance(law, count, law, fresh, metric, random);
}

PointLaw torus_law(Eigen::Index dimension) {
  return [dimension](Eigen::Index count, Stream& random) {
    return uniform_torus_points(dimension, count, random);
  };
}

PointLaw sheet_law(Eigen::Index dimension) {
  require(dimension >= 2, "sheet: dimension is {}, expected at least 2", dimension);
  return [dimension](Eigen::Index count, Stream& random) {
    Eigen::MatrixXd points(dimension, count);
    points.topRows(dimension - 1) = uniform_torus_points(dimension - 1, count, random);
    points.row(dimension - 1) = 0.5 + 0.25 * (2 * std::numbers::pi * points.row(0).array()).sin();
    return points;
  };
}

}  // namespace asymptest::learning
