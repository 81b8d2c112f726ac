#include "asymptest/inference/regressor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

namespace asymptest {

bool shrinks(const Factor& factor, const Statistics& statistics) {
  return std::all_of(statistics.points.begin(), statistics.points.end(),
                     [&](const PointStatistic& p) { return factor.at(p.at) <= 1; });
}

Regressor regressor(const Factor& factor, const Statistics& statistics) {
  Regressor r;
  r.direction = shrinks(factor, statistics) ? -1 : 1;
  for (const PointStatistic& p : statistics.points) {
    r.logs.push_back(r.direction * std::log(factor.at(p.at)));
  }
  const std::set<double> distinct(r.logs.begin(), r.logs.end());
  if (distinct.size() < fewest_sizes) {
    throw std::invalid_argument(
        fmt::format("factor '{}' takes {} different sizes, expected at least {}", factor.name,
                    distinct.size(), fewest_sizes));
  }
  return r;
}

}  // namespace asymptest
