#include "asymptest/inference/laws/curve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace asymptest {
namespace {

void require_one_line(const std::string& axis, const Point& first, const Point& other) {
  for (const Coordinate& c : other.coordinates()) {
    if (c.axis != axis && first[c.axis] != c.value) {
      throw std::invalid_argument(
          fmt::format("a shape runs along {} alone, but {} is {} at {} and {} at {}", axis, c.axis,
                      first[c.axis], first.key(), c.value, other.key()));
    }
  }
}

}  // namespace

Curve::Curve(const std::string& axis, Summary summary, std::span<const PointTrials> trials)
    : locations_(locate(summary, trials)) {
  if (trials.size() < 2) {
    throw std::invalid_argument(
        fmt::format("a shape in {} needs two design points, got {}", axis, trials.size()));
  }
  std::sort(locations_.begin(), locations_.end(),
            [&](const Location& a, const Location& b) { return a.at[axis] < b.at[axis]; });
  for (const Location& location : locations_) {
    require_one_line(axis, locations_.front().at, location.at);
    const double position = location.at[axis];
    if (!positions_.empty() && positions_.back() == position) {
      throw std::invalid_argument(
          fmt::format("two design points have {} = {}, expected one", axis, position));
    }
    positions_.push_back(position);
  }
}

Curve Curve::mirrored() const {
  Curve curve = *this;
  curve.sign_ = -sign_;
  return curve;
}

Bounds Curve::at(std::size_t i, double tail) const {
  const Bounds bounds = interval_of(locations_[i], tail);
  return sign_ > 0 ? bounds : Bounds{-bounds.upper, -bounds.lower};
}

Bounds Curve::rise(std::size_t i, std::size_t j, double tail) const {
  const Bounds from = at(i, tail), to = at(j, tail);
  const double difference = value(j) - value(i);
  return {difference - std::hypot(value(j) - to.lower, from.upper - value(i)),
          difference + std::hypot(to.upper - value(j), value(i) - from.lower)};
}

double Curve::scale(std::size_t i, std::size_t j) const {
  return std::max(std::abs(value(i)), std::abs(value(j)));
}

}  // namespace asymptest
