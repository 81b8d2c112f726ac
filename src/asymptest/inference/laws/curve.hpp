#pragma once

#include <span>
#include <string>
#include <vector>

#include "asymptest/inference/sample/location.hpp"

namespace asymptest {

/// Locations along one axis, in its order, and how surely they differ.
class Curve {
 public:
  /// Throws std::invalid_argument unless there are two points at least, with different values of
  /// the axis and equal ones of every other.
  Curve(const std::string& axis, Summary summary, std::span<const PointTrials> trials);

  /// The same curve upside down, for what is said of a minimum or a rise.
  [[nodiscard]] Curve mirrored() const;

  [[nodiscard]] std::size_t size() const { return positions_.size(); }
  [[nodiscard]] double position(std::size_t i) const { return positions_[i]; }
  [[nodiscard]] double value(std::size_t i) const { return sign_ * locations_[i].estimate; }
  [[nodiscard]] const std::vector<Location>& locations() const { return locations_; }

  /// The interval of the value at i, each side missed with chance `tail`.
  [[nodiscard]] Bounds at(std::size_t i, double tail) const;

  /// The interval of value(j) − value(i), each side missed with chance `tail` (square-and-add, Zou
  /// and Donner 2008, "Construction of confidence limits about effect measures").
  [[nodiscard]] Bounds rise(std::size_t i, std::size_t j, double tail) const;

  /// The size to which a difference of the values at i and j is compared: the larger magnitude.
  [[nodiscard]] double scale(std::size_t i, std::size_t j) const;

 private:
  std::vector<double> positions_;
  std::vector<Location> locations_;
  double sign_ = 1;
};

}  // namespace asymptest
