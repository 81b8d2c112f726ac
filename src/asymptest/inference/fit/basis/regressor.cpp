#include "asymptest/inference/fit/basis/regressor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <stdexcept>
#include <utility>

namespace asymptest {

namespace {

std::pair<double, double> range_of(const Factor& factor, const Statistics& statistics) {
  double least = std::numeric_limits<double>::infinity(), most = 0;
  for (const PointStatistic& p : statistics.points) {
    least = std::min(least, factor.at(p.at));
    most = std::max(most, factor.at(p.at));
  }
  return {least, most};
}

}  // namespace

std::vector<std::size_t> Regressor::order() const {
  std::vector<std::size_t> places(logs.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return logs[a] < logs[b]; });
  return places;
}

bool leaves_limit_open(const Factor& factor, const Statistics& statistics) {
  return !factor.towards && range_of(factor, statistics).first < 1;
}

Towards limit_of(const Factor& factor, const Statistics& statistics) {
  if (leaves_limit_open(factor, statistics)) {
    const auto [least, most] = range_of(factor, statistics);
    throw std::invalid_argument(fmt::format(
        "factor '{}' takes sizes from {:.6g} to {:.6g}, expected the prediction to say `towards` "
        "which limit, zero or infinity",
        factor.name, least, most));
  }
  return factor.towards.value_or(Towards::infinity);
}

Regressor regressor(const Factor& factor, const Statistics& statistics) {
  Regressor r;
  r.direction = limit_of(factor, statistics) == Towards::zero ? -1 : 1;
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
