#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/laws/law_record.hpp"
#include "asymptest/claim/laws/neighbour.hpp"
#include "asymptest/claim/laws/value_range.hpp"
#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// Q = curve(x), to within the relative tolerance `band` of the prediction.
struct ValueLaw {
  std::function<double(const Point&)> curve;
  Summary summary = Summary::mean;
  ValueRange range = {};  ///< of a trial, of a bounded mean alone
};

/// "equals its predicted value": for people, and a part of the claim's digest.
std::string describe(const ValueLaw& law);
/// What a verdict on it estimates: "relative deviation".
std::string quantity_of(const ValueLaw& law, std::string_view factor);
LawRecord record_of(const ValueLaw& law);
/// The curve times 1 ± 1 and 1 ± 2 bands, and times 1.1.
std::vector<Neighbour<ValueLaw>> neighbours_of(const ValueLaw& law, double band);
/// The curve at the point.
double predicted_by(const ValueLaw& law, const Point& at);

}  // namespace asymptest
