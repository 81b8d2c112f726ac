#pragma once

#include <Eigen/Core>
#include <bit>
#include <cstdint>
#include <span>

#include "learning/neighbours/half_samples.hpp"
#include "learning/neighbours/neighbour_lists.hpp"

namespace asymptest::learning {

inline bool is_in(std::uint64_t mask, int sample) { return (mask >> sample & 1) != 0; }

/// Calls use(sample) for each sample that has the point.
template <class Use>
void for_each_sample_of(Eigen::Index point, const HalfSamples& halves, Use use) {
  for (std::uint64_t rest = halves.mask(point); rest != 0; rest &= rest - 1) {
    use(std::countr_zero(rest));
  }
}

/// Means over the points of each sample, of a value for each of several k.
class SampleMeans {
 public:
  explicit SampleMeans(std::size_t columns)
      : sums_(Eigen::MatrixXd::Zero(HalfSamples::samples, static_cast<Eigen::Index>(columns))),
        counts_(sums_) {}

  void add(int sample, std::size_t column, double value) {
    sums_(sample, static_cast<Eigen::Index>(column)) += value;
    counts_(sample, static_cast<Eigen::Index>(column)) += 1;
  }

  /// A row a sample. A point without k neighbours of the sample in its list is left out.
  [[nodiscard]] Eigen::MatrixXd values() const { return sums_.cwiseQuotient(counts_); }

 private:
  Eigen::MatrixXd sums_, counts_;
};

/// Throws std::invalid_argument unless `neighbours` is not empty, increases, begins at `least` or
/// above, and the lists, one for each point, are long enough for its last.
void require_list_lengths(const NeighbourLists& lists, const HalfSamples& halves,
                          std::span<const int> neighbours, int least);

}  // namespace asymptest::learning
