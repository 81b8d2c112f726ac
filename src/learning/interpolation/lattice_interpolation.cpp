#include "learning/interpolation/lattice_interpolation.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

#include "asymptest/require/require.hpp"
#include "learning/interpolation/kuhn.hpp"

namespace asymptest::learning {
namespace {

constexpr std::uint64_t cells_along_an_axis = 1U << 20U;

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection of 64-bit words.
std::uint64_t mixed(std::uint64_t word) {
  word = (word ^ (word >> 30U)) * 0xbf58476d1ce4e5b9U;
  word = (word ^ (word >> 27U)) * 0x94d049bb133111ebU;
  return word ^ (word >> 31U);
}

/// Uniform on (0, 1).
double unit_interval(std::uint64_t word) {
  return (static_cast<double>(word >> 11U) + 0.5) * 0x1p-53;
}

std::vector<double> descending(std::vector<double> offset) {
  std::sort(offset.begin(), offset.end(), std::greater<>());
  return offset;
}

double sum_of_squares(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value * value;
  return sum;
}

}  // namespace

LatticePoint uniform_lattice_point(std::int64_t dimension, Stream& random) {
  require(dimension >= 1, "lattice point: dimension is {}, expected at least 1", dimension);
  LatticePoint point{std::vector<std::int64_t>(static_cast<std::size_t>(dimension)),
                     std::vector<double>(static_cast<std::size_t>(dimension))};
  for (auto& cell : point.cell) {
    cell = static_cast<std::int64_t>(random.below(cells_along_an_axis));
  }
  random.fill_uniform(point.offset);
  return point;
}

LatticeNoise::LatticeNoise(Stream& random, Law law) : key_(random()), law_(law) {}

std::uint64_t LatticeNoise::hash(const std::vector<std::int64_t>& vertex) const {
  std::uint64_t sum = 0;
  for (std::size_t axis = 0; axis < vertex.size(); ++axis) {
    const auto here = static_cast<std::uint64_t>(vertex[axis]);
    sum += mixed(here ^ mixed(key_ + axis));
  }
  return sum;
}

std::uint64_t LatticeNoise::step(std::size_t axis, std::int64_t from) const {
  const std::uint64_t salt = mixed(key_ + axis);
  const auto before = static_cast<std::uint64_t>(from);
  const auto after = static_cast<std::uint64_t>(from + 1);
  return mixed(after ^ salt) - mixed(before ^ salt);
}

double LatticeNoise::value(std::uint64_t hash) const {
  const std::uint64_t word = mixed(hash + key_);
  const double angle = unit_interval(mixed(word + 1));
  if (law_ == Law::cauchy) return std::tan(std::numbers::pi * (angle - 0.5));
  return std::sqrt(-2 * std::log(unit_interval(word))) * std::cos(2 * std::numbers::pi * angle);
}

double LatticeNoise::at(const std::vector<std::int64_t>& vertex) const {
  return value(hash(vertex));
}

double simplicial_noise(const LatticePoint& at, const LatticeNoise& noise) {
  const auto order = kuhn_order<double>(at.offset);
  const auto weights = kuhn_weights<double>(descending(at.offset));
  std::uint64_t vertex = noise.hash(at.cell);
  double sum = weights[0] * noise.value(vertex);
  for (std::size_t k = 0; k < order.size(); ++k) {
    vertex += noise.step(order[k], at.cell[order[k]]);
    sum += weights[k + 1] * noise.value(vertex);
  }
  return sum;
}

double nearest_vertex_noise(const LatticePoint& at, const LatticeNoise& noise) {
  std::vector<std::int64_t> nearest = at.cell;
  for (std::size_t i = 0; i < nearest.size(); ++i) nearest[i] += at.offset[i] > 0.5 ? 1 : 0;
  return noise.at(nearest);
}

double simplicial_noise_variance(const std::vector<double>& offset) {
  return sum_of_squares(kuhn_weights<double>(descending(offset)));
}

double mean_simplicial_noise_variance(std::int64_t dimension, std::int64_t points, Stream& random) {
  require(dimension >= 1 && points >= 1,
          "simplicial noise variance: dimension {} and points {}, expected at least 1 each",
          dimension, points);
  std::vector<double> offset(static_cast<std::size_t>(dimension));
  double sum = 0;
  for (std::int64_t i = 0; i < points; ++i) {
    random.fill_uniform(offset);
    sum += simplicial_noise_variance(offset);
  }
  return sum / static_cast<double>(points);
}

double simplicial_curvature_bias(const std::vector<double>& offset) {
  // |v_k|² = k: each step along the order adds one coordinate that is 1.
  const auto weights = kuhn_weights<double>(descending(offset));
  double mean_of_squares = 0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    mean_of_squares += static_cast<double>(k) * weights[k];
  }
  return 0.5 * (mean_of_squares - sum_of_squares(offset));
}

}  // namespace asymptest::learning
