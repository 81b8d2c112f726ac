#include "learning/dimension/two_nearest.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "learning/neighbours/sample_lists.hpp"

namespace asymptest::learning {

double two_nearest_reciprocal(std::vector<double> log_ratios) {
  std::sort(log_ratios.begin(), log_ratios.end());
  constexpr double kept_share = 0.9;
  const auto count = static_cast<double>(log_ratios.size());
  double squares = 0, products = 0;
  for (std::size_t i = 1; static_cast<double>(i) <= kept_share * count; ++i) {
    const double x = log_ratios[i - 1];
    squares += x * x;
    products -= x * std::log1p(-static_cast<double>(i) / count);
  }
  return squares / products;
}

Eigen::VectorXd two_nearest_reciprocals(const NeighbourLists& lists, const HalfSamples& halves) {
  const std::array<int, 1> two{2};
  require_list_lengths(lists, halves, two, 2);
  std::vector<std::vector<double>> ratios(HalfSamples::samples);
  for (Eigen::Index i = 0; i < halves.points(); ++i) {
    for_each_sample_of(i, halves, [&](int sample) {
      double nearest = 0;
      for (Eigen::Index j = 0, found = 0; j < lists.indices.rows() && found < 2; ++j) {
        if (!is_in(halves.mask(lists.indices(j, i)), sample)) continue;
        const double distance = lists.distances(j, i);
        if (++found == 1) nearest = distance;
        if (found == 2) {
          ratios[static_cast<std::size_t>(sample)].push_back(std::log(distance / nearest));
        }
      }
    });
  }
  Eigen::VectorXd values(HalfSamples::samples);
  for (Eigen::Index s = 0; s < values.size(); ++s) {
    values(s) = two_nearest_reciprocal(std::move(ratios[static_cast<std::size_t>(s)]));
  }
  return values;
}

}  // namespace asymptest::learning
