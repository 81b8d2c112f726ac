#include "learning/neighbours/half_samples.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

#include "asymptest/random/stream.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

constexpr std::uint64_t groups = HalfSamples::partings + 1;

/// Sample 0, and of each parting the half that the group belongs to by Sylvester's matrix, whose
/// entry (group, column) is the sign of (−1)^(bits in common).
std::uint64_t mask_of_group(std::uint64_t group) {
  std::uint64_t mask = 1;
  for (std::uint64_t column = 1; column < groups; ++column) {
    const auto half = static_cast<std::uint64_t>(std::popcount(group & column) % 2);
    mask |= std::uint64_t{1} << (2 * column - 1 + half);
  }
  return mask;
}

}  // namespace

HalfSamples::HalfSamples(Eigen::Index points) : order_(static_cast<std::size_t>(points)) {
  if (points < static_cast<Eigen::Index>(2 * groups)) {
    throw std::invalid_argument(
        message("half-samples: there are {} points, expected at least {}", points, 2 * groups));
  }
  std::iota(order_.begin(), order_.end(), Eigen::Index{0});
  Stream random({.claim = "half-samples"});
  for (std::size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[random.below(i)]);
  masks_.resize(order_.size());
  for (std::size_t i = 0; i < order_.size(); ++i) {
    masks_[static_cast<std::size_t>(order_[i])] = mask_of_group(i % groups);
  }
}

std::vector<Eigen::Index> HalfSamples::members(int sample) const {
  std::vector<Eigen::Index> found;
  for (Eigen::Index i = 0; i < points(); ++i) {
    if ((mask(i) >> sample & 1) != 0) found.push_back(i);
  }
  return found;
}

std::vector<Eigen::Index> HalfSamples::anchors(Eigen::Index count) const {
  return {order_.begin(), order_.begin() + std::min(count, points())};
}

double half_sample_error(const Eigen::Ref<const Eigen::VectorXd>& values) {
  if (values.size() != HalfSamples::samples) {
    throw std::invalid_argument(message("half-samples: there are {} values, expected {}",
                                        values.size(), HalfSamples::samples));
  }
  double sum = 0;
  for (int r = 0; r < HalfSamples::partings; ++r) {
    const double difference = values(2 * r + 1) - values(2 * r + 2);
    sum += difference * difference / 4;
  }
  return std::sqrt(sum / HalfSamples::partings);
}

namespace {

/// 1/θ, between 1/`most` and 1/`least`.
DimensionInterval inverted_interval(double reciprocal, double least, double most) {
  const double infinite = std::numeric_limits<double>::infinity();
  return {
      .dimension = 1 / reciprocal, .lower = 1 / most, .upper = least <= 0 ? infinite : 1 / least};
}

double interval_width(const Eigen::Ref<const Eigen::VectorXd>& reciprocals) {
  constexpr double student_quantile = 2.0395134463964082;  // 97.5 %, 31 degrees of freedom
  return student_quantile * half_sample_error(reciprocals);
}

}  // namespace

DimensionInterval dimension_interval(const Eigen::Ref<const Eigen::VectorXd>& reciprocals) {
  const double width = interval_width(reciprocals);
  return inverted_interval(reciprocals(0), reciprocals(0) - width, reciprocals(0) + width);
}

DimensionInterval dimension_interval_with_bias(
    const Eigen::Ref<const Eigen::VectorXd>& reciprocals) {
  constexpr double higher_orders = 1.5;
  const double width = interval_width(reciprocals), whole = reciprocals(0);
  const double halves = reciprocals.tail(reciprocals.size() - 1).mean();
  const double bias = (halves - whole) / (std::pow(2, 2 * whole) - 1);
  const double least = whole - width - std::max(0.0, higher_orders * bias);
  const double most = whole + width - std::min(0.0, higher_orders * bias);
  return inverted_interval(whole, least, most);
}

Eigen::Index list_length(Eigen::Index k, Eigen::Index points) {
  const auto length = 2 * k + std::lround(6 * std::sqrt(2 * static_cast<double>(k))) + 8;
  return std::min<Eigen::Index>(length, points - 1);
}

}  // namespace asymptest::learning
