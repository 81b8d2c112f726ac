#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/laws/law_record.hpp"
#include "asymptest/claim/laws/neighbour.hpp"
#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// How Q runs along one axis, the others fixed.
struct Shape {
  enum class Kind { increasing, decreasing, peak, valley, descents };
  Kind kind = Kind::decreasing;
  std::string axis;
  double location = 0;  ///< of the peak or valley; `band` is its relative tolerance
  int count = 0;        ///< of descents
  Summary summary = Summary::mean;
};

/// "increasing", "decreasing", "peak", "valley", "descents".
std::string_view name_of(Shape::Kind kind);
/// "peak in p at 100": for people, and a part of the claim's digest.
std::string describe(const Shape& law);
/// What a verdict on it estimates: "place on p".
std::string quantity_of(const Shape& law, std::string_view factor);
LawRecord record_of(const Shape& law);
/// Its opposite; the place of a peak times 1 ± 2 bands; a descent more, and one less.
std::vector<Neighbour<Shape>> neighbours_of(const Shape& law, double band);

}  // namespace asymptest
