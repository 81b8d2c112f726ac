#include "asymptest/experiment/sweep_fields.hpp"

#include <fmt/format.h>

#include "asymptest/experiment/formula/identifier.hpp"

namespace asymptest {
namespace {

void read_geometric(const Fields& fields, Axis& axis) {
  const std::vector<double> numbers = fields.numbers("geometric");
  if (numbers.size() != 2 && numbers.size() != 3) {
    fields.refuse("geometric", fmt::format("has {} numbers, expected the first size, the last and, "
                                           "unless it is 2, the ratio: [64, 1024]",
                                           numbers.size()));
  }
  constexpr double doubling = 2;
  fields.within("geometric", [&] {
    axis.geometric(numbers[0], numbers[1], numbers.size() == 3 ? numbers[2] : doubling);
  });
}

void read_tier(const Fields& fields, std::string_view key, Axis& axis, Axis& (Axis::*set)(double)) {
  const auto last = fields.number(key);
  if (last) fields.within(key, [&] { (axis.*set)(*last); });
}

Axis read_axis(const std::string& name, const Fields& fields, Sizes sizes) {
  if (!is_identifier(name)) {
    fields.refuse("", "is no name of an axis, expected letters, digits and _");
  }
  Axis axis(name, fields.text("meaning").value_or(name));
  if (sizes == Sizes::elsewhere) {
    fields.only({"meaning"});
    return axis;
  }
  fields.only({"meaning", "geometric", "listed", "standard", "full", "grows_to"});
  const bool is_listed = fields.has("listed");
  if (is_listed == fields.has("geometric")) {
    fields.refuse("", is_listed
                          ? "has both geometric and listed sizes, expected one of them"
                          : "has no sizes, expected geometric = [first, last] or listed = […]");
  }
  const std::vector<double> listed = fields.numbers("listed");
  if (is_listed) fields.within("listed", [&] { axis.listed(listed); });
  if (fields.has("geometric")) read_geometric(fields, axis);
  read_tier(fields, "standard", axis, &Axis::standard);
  read_tier(fields, "full", axis, &Axis::full);
  read_tier(fields, "grows_to", axis, &Axis::grows_to);
  return axis;
}

}  // namespace

Sweep read_sweep(const Fields& fields, Sizes sizes) {
  Sweep sweep;
  for (auto& [name, axis] : fields.named_tables())
    sweep.axes.push_back(read_axis(name, axis, sizes));
  if (sweep.axes.empty()) fields.refuse("", "has no axis, expected a table for each: [sweep.m]");
  return sweep;
}

}  // namespace asymptest
