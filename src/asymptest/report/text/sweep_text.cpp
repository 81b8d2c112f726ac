#include "asymptest/report/text/sweep_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "asymptest/report/text/number.hpp"

namespace asymptest::report {
namespace {

std::string meaning_of(const ClaimRecord& claim, const std::string& axis) {
  for (const AxisRecord& record : claim.axes) {
    if (record.name == axis) return record.meaning;
  }
  return "";
}

void add(std::vector<AxisSizes>& axes, const ClaimRecord& claim, const Coordinate& coordinate) {
  auto found = std::find_if(axes.begin(), axes.end(),
                            [&](const AxisSizes& axis) { return axis.axis == coordinate.axis; });
  if (found == axes.end()) {
    axes.push_back({coordinate.axis, meaning_of(claim, coordinate.axis), {}});
    found = axes.end() - 1;
  }
  found->sizes.push_back(coordinate.value);
}

std::string size(double value) {
  constexpr double most = 1e15;  // integers beyond are shown as powers
  const bool whole = value == static_cast<double>(static_cast<long long>(value)) && value < most;
  return whole ? count(static_cast<long long>(value)) : number(value, 4);
}

}  // namespace

std::vector<AxisSizes> axis_sizes(const ClaimRecord& claim, const SubjectRecord& subject) {
  std::vector<AxisSizes> axes;
  for (const PointRecord& point : subject.points) {
    for (const Coordinate& coordinate : point.at.coordinates()) add(axes, claim, coordinate);
  }
  for (AxisSizes& axis : axes) {
    std::sort(axis.sizes.begin(), axis.sizes.end());
    axis.sizes.erase(std::unique(axis.sizes.begin(), axis.sizes.end()), axis.sizes.end());
  }
  return axes;
}

std::string listed_sizes(const std::vector<double>& sizes) {
  constexpr std::size_t most_listed = 5;
  std::string text;
  if (sizes.size() > most_listed) {
    return fmt::format("{}, {}, …, {} ({} sizes)", size(sizes[0]), size(sizes[1]),
                       size(sizes.back()), sizes.size());
  }
  for (const double value : sizes) text += (text.empty() ? "" : ", ") + size(value);
  return text;
}

}  // namespace asymptest::report
