#include "learning/neighbours/sample_lists.hpp"

#include <stdexcept>
#include <string>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {

void require_list_lengths(const NeighbourLists& lists, const HalfSamples& halves,
                          std::span<const int> neighbours, int least) {
  int before = least - 1;
  for (const int k : neighbours) {
    if (k <= before) {
      throw std::invalid_argument(message(
          "dimension: k = {}, expected at least {}, the k in increasing order", k, before + 1));
    }
    before = k;
  }
  const Eigen::Index length = list_length(before, halves.points());
  if (neighbours.empty() || lists.indices.cols() != halves.points() ||
      lists.indices.rows() < length) {
    throw std::invalid_argument(
        message("dimension: the lists hold {} neighbours of {} points, expected {} of {} and at "
                "least one k",
                lists.indices.rows(), lists.indices.cols(), length, halves.points()));
  }
}

}  // namespace asymptest::learning
