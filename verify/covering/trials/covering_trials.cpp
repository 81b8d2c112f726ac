#include "covering_trials.hpp"

#include <cmath>

namespace asymptest::covering {

Trial distance_to(learning::PointLaw samples, learning::PointLaw fresh, learning::Metric metric,
                  Eigen::Index fresh_points) {
  return [samples = std::move(samples), fresh = std::move(fresh), metric, fresh_points](
             const Point& at, Stream& random) {
    return learning::mean_covering_distance(samples, at.count("N"), fresh, fresh_points, metric,
                                            random);
  };
}

Trial distance_within(const learning::PointLaw& law, learning::Metric metric,
                      Eigen::Index fresh_points) {
  return distance_to(law, law, metric, fresh_points);
}

learning::PointLaw duplicated_torus_law(Eigen::Index dimension) {
  // A copy covers nothing that its original does not: the different points are the whole sample.
  return [law = learning::torus_law(dimension)](Eigen::Index count, Stream& random) {
    return law(std::lround(std::sqrt(count)), random);
  };
}

Sweep square_sizes() { return {axis("N", "samples").geometric(64 * 64, 1024 * 1024, 4)}; }

}  // namespace asymptest::covering
