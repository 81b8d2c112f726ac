#include "learning/dimension/maximum_likelihood.hpp"

#include <cmath>

#include "learning/neighbours/sample_lists.hpp"

namespace asymptest::learning {

Eigen::MatrixXd likelihood_reciprocals(const NeighbourLists& lists, const HalfSamples& halves,
                                       std::span<const int> neighbours) {
  require_list_lengths(lists, halves, neighbours, 2);
  SampleMeans means(neighbours.size());
  Eigen::VectorXd logs;
  for (Eigen::Index i = 0; i < halves.points(); ++i) {
    logs = lists.distances.col(i).array().log();
    for_each_sample_of(i, halves, [&](int sample) {
      double sum = 0;
      Eigen::Index found = 0;
      std::size_t next = 0;
      for (Eigen::Index j = 0; j < logs.size() && next < neighbours.size(); ++j) {
        if (!is_in(halves.mask(lists.indices(j, i)), sample)) continue;
        if (++found == neighbours[next]) {
          means.add(sample, next++, logs(j) - sum / static_cast<double>(found - 1));
        }
        sum += logs(j);
      }
    });
  }
  return means.values();
}

}  // namespace asymptest::learning
