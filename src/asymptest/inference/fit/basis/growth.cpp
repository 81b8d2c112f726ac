#include "asymptest/inference/fit/basis/growth.hpp"

#include <algorithm>
#include <cmath>

namespace asymptest {

Growth growth_of(const PowerLaw& law, const Statistics& statistics, const Regressor& sizes) {
  constexpr double cost = 0.75;
  const auto [least, most] = std::minmax_element(sizes.logs.begin(), sizes.logs.end());
  const auto value_at = [&](auto size) {
    return statistics.points[static_cast<std::size_t>(size - sizes.logs.begin())].log_value;
  };
  const double rise = value_at(most) - value_at(least);
  if (law.may_be_cost && statistics.noise_is_known && rise > cost * (*most - *least))
    return Growth::measured_cost;
  return rise > 0 ? Growth::some : Growth::none;
}

Statistics with_discrepancy(Statistics statistics, double discrepancy) {
  for (PointStatistic& p : statistics.points) p.error = std::hypot(p.error, discrepancy);
  return statistics;
}

}  // namespace asymptest
