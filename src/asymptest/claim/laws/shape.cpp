#include "asymptest/claim/laws/shape.hpp"

#include <fmt/format.h>

#include <utility>

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

namespace {

Shape::Kind opposite(Shape::Kind kind) {
  switch (kind) {
    case Shape::Kind::increasing:
      return Shape::Kind::decreasing;
    case Shape::Kind::decreasing:
      return Shape::Kind::increasing;
    case Shape::Kind::peak:
      return Shape::Kind::valley;
    case Shape::Kind::valley:
      return Shape::Kind::peak;
    case Shape::Kind::descents:
      break;
  }
  return Shape::Kind::descents;
}

template <class Change>
Neighbour<Shape> changed_shape(const Shape& law, std::string words, const Change& change) {
  Neighbour<Shape> neighbour{std::move(words), law};
  change(neighbour.law);
  return neighbour;
}

}  // namespace

std::vector<Neighbour<Shape>> neighbours_of(const Shape& law, double band) {
  std::vector<Neighbour<Shape>> all;
  if (law.kind == Shape::Kind::descents) {
    all.push_back(changed_shape(law, "one descent more", [](Shape& s) { ++s.count; }));
    if (law.count > 1) {
      all.push_back(changed_shape(law, "one descent less", [](Shape& s) { --s.count; }));
    }
    return all;
  }
  const auto turned = opposite(law.kind);
  all.push_back(
      changed_shape(law, std::string(name_of(turned)), [&](Shape& s) { s.kind = turned; }));
  if (law.location == 0) return all;
  for (const int bands : {-2, 2}) {
    all.push_back(changed_shape(law, "place " + bands_text(bands),
                                [&](Shape& s) { s.location *= 1 + bands * band; }));
  }
  return all;
}

}  // namespace asymptest
