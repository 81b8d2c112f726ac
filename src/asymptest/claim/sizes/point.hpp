#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace asymptest {

/// The value of one axis at a design point.
struct Coordinate {
  std::string axis;
  double value = 0;
  bool operator==(const Coordinate&) const = default;
};

/// A design point: one size for each axis of the sweep, in the sweep's order.
class Point {
 public:
  Point() = default;
  Point(std::initializer_list<Coordinate> coordinates);
  /// Throws std::invalid_argument if two coordinates name the same axis.
  explicit Point(std::vector<Coordinate> coordinates);

  /// The size on an axis. Throws std::out_of_range naming the axis if the point has none such.
  double operator[](std::string_view axis) const;

  /// The size as a whole number. Throws std::invalid_argument if it is not one.
  [[nodiscard]] std::int64_t count(std::string_view axis) const;

  [[nodiscard]] bool has(std::string_view axis) const;
  [[nodiscard]] const std::vector<Coordinate>& coordinates() const { return coordinates_; }

  /// "n=128,d=64": the name under which trials are stored and streams are keyed. Whole numbers
  /// without a decimal point, others in the shortest form that reads back to the same double.
  [[nodiscard]] std::string key() const;

  /// The inverse of `key`. Throws std::invalid_argument with the text that can't be read.
  static Point parse(std::string_view key);

  bool operator==(const Point&) const = default;

 private:
  std::vector<Coordinate> coordinates_;
};

}  // namespace asymptest
