#include "asymptest/claim/sizes/point.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace asymptest {

Point::Point(std::initializer_list<Coordinate> coordinates)
    : Point(std::vector<Coordinate>(coordinates)) {}

Point::Point(std::vector<Coordinate> coordinates) : coordinates_(std::move(coordinates)) {
  for (std::size_t i = 0; i < coordinates_.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (coordinates_[i].axis == coordinates_[j].axis) {
        throw std::invalid_argument(
            fmt::format("point: axis '{}' is given twice", coordinates_[i].axis));
      }
    }
  }
}

bool Point::has(std::string_view axis) const {
  return std::any_of(coordinates_.begin(), coordinates_.end(),
                     [&](const Coordinate& c) { return c.axis == axis; });
}

double Point::operator[](std::string_view axis) const {
  for (const Coordinate& c : coordinates_) {
    if (c.axis == axis) return c.value;
  }
  throw std::out_of_range(fmt::format("point {} has no axis '{}'", key(), axis));
}

std::int64_t Point::count(std::string_view axis) const {
  const double value = (*this)[axis];
  if (value != std::floor(value) || std::abs(value) > 0x1p53) {
    throw std::invalid_argument(
        fmt::format("axis '{}' is {}, expected a whole number", axis, value));
  }
  return static_cast<std::int64_t>(value);
}

std::string Point::key() const {
  std::string text;
  for (const Coordinate& c : coordinates_) {
    if (!text.empty()) text += ',';
    text += fmt::format("{}={}", c.axis, c.value);
  }
  return text;
}

Point Point::parse(std::string_view key) {
  std::vector<Coordinate> coordinates;
  std::string_view rest = key;
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    const auto equals = part.find('=');
    double value = 0;
    const char* end = part.data() + part.size();
    const auto read = equals == std::string_view::npos
                          ? std::from_chars_result{part.data(), std::errc::invalid_argument}
                          : std::from_chars(part.data() + equals + 1, end, value);
    if (read.ec != std::errc{} || read.ptr != end || equals == 0) {
      throw std::invalid_argument(
          fmt::format("point '{}': '{}' is not of the form axis=number", key, part));
    }
    coordinates.push_back({std::string(part.substr(0, equals)), value});
  }
  return Point(std::move(coordinates));
}

}  // namespace asymptest
