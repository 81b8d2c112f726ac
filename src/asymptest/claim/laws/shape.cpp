#include "asymptest/claim/laws/shape.hpp"

#include <fmt/format.h>

#include "asymptest/require/enum_names.hpp"

namespace asymptest {

std::string_view name_of(Shape::Kind kind) {
  static constexpr EnumNames<Shape::Kind, 5> names{
      "shape", {"increasing", "decreasing", "peak", "valley", "descents"}};
  return names.of(kind);
}

std::string describe(const Shape& law) {
  const std::string_view name = name_of(law.kind);
  switch (law.kind) {
    case Shape::Kind::peak:
    case Shape::Kind::valley:
      return fmt::format("{} in {} at {:.6g}", name, law.axis, law.location);
    case Shape::Kind::descents:
      return fmt::format("{} {} in {}", law.count, name, law.axis);
    default:
      return fmt::format("{} in {}", name, law.axis);
  }
}

std::string quantity_of(const Shape& law, std::string_view) {
  return fmt::format("place on {}", law.axis);
}

LawRecord record_of(const Shape& law) {
  const bool has_place = law.kind == Shape::Kind::peak || law.kind == Shape::Kind::valley;
  LawRecord record{.kind = LawKind::shape,
                   .figure = FigureKind::run,
                   .form = std::string(name_of(law.kind)),
                   .summary = law.summary,
                   .factors = {{law.axis, 0}}};
  if (has_place) record.location = law.location;
  return record;
}

}  // namespace asymptest
