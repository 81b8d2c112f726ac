#include "asymptest/claim/sizes/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "asymptest/require/enum_names.hpp"

namespace asymptest {
namespace {

/// A size counts as reached when it is within this fraction of the end of the axis: the rounding of
/// repeated multiplication, a millionth at most, must not drop the last size.
constexpr double end_of_axis_slack = 1e-6;

constexpr EnumNames<Tier, 3> tier_names{"tier", {"quick", "standard", "full"}};

double rounded_if_whole(double size, double first) {
  const bool whole = first == std::floor(first) && first >= 1;
  return whole ? std::round(size) : size;
}

}  // namespace

std::string_view name_of(Tier tier) { return tier_names.of(tier); }

Tier parse_tier(std::string_view name) { return tier_names.parse(name); }

Axis::Axis(std::string name, std::string meaning)
    : name_(std::move(name)), meaning_(std::move(meaning)) {}

Axis::Axis(const Axis& other) = default;
Axis::Axis(Axis&& other) noexcept = default;
Axis& Axis::operator=(const Axis& other) = default;
Axis& Axis::operator=(Axis&& other) noexcept = default;
Axis::~Axis() = default;

Sweep::Sweep() = default;
Sweep::Sweep(std::initializer_list<Axis> product) : axes(product) {}
Sweep::Sweep(std::vector<Axis> product, std::function<bool(const Point&)> condition)
    : axes(std::move(product)), where(std::move(condition)) {}
Sweep::Sweep(std::vector<Axis> meanings, std::vector<Point> design)
    : axes(std::move(meanings)), points(std::move(design)) {}
Sweep::Sweep(const Sweep& other) = default;
Sweep::Sweep(Sweep&& other) noexcept = default;
Sweep& Sweep::operator=(const Sweep& other) = default;
Sweep& Sweep::operator=(Sweep&& other) noexcept = default;
Sweep::~Sweep() = default;

Axis axis(std::string name, std::string meaning) { return {std::move(name), std::move(meaning)}; }

Axis& Axis::geometric(double first, double last, double ratio) {
  if (!(first > 0) || !(last >= first) || !(ratio > 1) || !std::isfinite(last) ||
      !std::isfinite(ratio)) {
    throw std::invalid_argument(
        fmt::format("axis '{}': geometric({}, {}, {}) needs finite 0 < first <= last and ratio > 1",
                    name_, first, last, ratio));
  }
  if (rounded_if_whole(first * ratio, first) == first) {
    throw std::invalid_argument(fmt::format(
        "axis '{}': geometric({}, {}, {}) repeats the size {}, since sizes from a whole "
        "one on are rounded to whole ones; expected a larger ratio",
        name_, first, last, ratio, first));
  }
  first_ = first;
  ratio_ = ratio;
  std::fill(std::begin(last_), std::end(last_), last);
  return *this;
}

Axis& Axis::listed(std::vector<double> sizes) {
  const auto wrong =
      std::find_if_not(sizes.begin(), sizes.end(), [](double size) { return std::isfinite(size); });
  if (wrong != sizes.end()) {
    throw std::invalid_argument(
        fmt::format("axis '{}': {} is listed, expected finite sizes", name_, *wrong));
  }
  if (sizes.empty() ||
      std::adjacent_find(sizes.begin(), sizes.end(), std::greater_equal<>()) != sizes.end()) {
    throw std::invalid_argument(
        fmt::format("axis '{}': listed sizes must be strictly increasing", name_));
  }
  listed_ = std::move(sizes);
  return *this;
}

void Axis::require_geometric(std::string_view method, double last) const {
  if (ratio_ == 0) {
    throw std::invalid_argument(fmt::format("axis '{}': {} needs a geometric axis", name_, method));
  }
  if (!(last >= first_) || !std::isfinite(last)) {
    throw std::invalid_argument(fmt::format("axis '{}': {}({}), expected a finite size from {} on",
                                            name_, method, last, first_));
  }
}

Axis& Axis::standard(double last) {
  require_geometric("standard", last);
  last_[1] = std::max(last_[0], last);
  last_[2] = std::max(last_[2], last_[1]);
  return *this;
}

Axis& Axis::full(double last) {
  require_geometric("full", last);
  last_[2] = std::max(last_[1], last);
  return *this;
}

Axis& Axis::grows_to(double last) {
  require_geometric("grows_to", last);
  growth_last_ = last;
  return *this;
}

std::vector<double> Axis::sizes(Tier tier, int growth) const {
  if (!listed_.empty()) return listed_;
  if (ratio_ == 0) {
    throw std::invalid_argument(fmt::format(
        "axis '{}' has no sizes, expected geometric(first, last) or listed({{…}})", name_));
  }
  std::vector<double> sizes;
  const double last = last_[static_cast<int>(tier)];
  int added = 0;
  for (int step = 0;; ++step) {
    const double size = first_ * std::pow(ratio_, step);
    const bool inside = size <= last * (1 + end_of_axis_slack);
    const bool grown = added < growth && size <= growth_last_ * (1 + end_of_axis_slack);
    if (!inside && !grown) break;
    if (!inside) ++added;
    sizes.push_back(rounded_if_whole(size, first_));
  }
  return sizes;
}

std::vector<Point> Sweep::design(Tier tier, int growth) const {
  if (!points.empty()) return points;
  if (axes.empty()) return {};
  std::vector<std::vector<Coordinate>> product{{}};
  for (const Axis& one : axes) {
    std::vector<std::vector<Coordinate>> longer;
    for (const auto& head : product) {
      for (const double size : one.sizes(tier, growth)) {
        longer.push_back(head);
        longer.back().push_back({one.name(), size});
      }
    }
    product = std::move(longer);
  }
  std::vector<Point> design;
  for (auto& coordinates : product) {
    Point at(std::move(coordinates));
    if (!where || where(at)) design.push_back(std::move(at));
  }
  return design;
}

int Sweep::growth_steps(Tier tier) const {
  int steps = 0;
  while (steps < most_growth_steps && design(tier, steps + 1).size() > design(tier, steps).size()) {
    ++steps;
  }
  return steps;
}

}  // namespace asymptest
