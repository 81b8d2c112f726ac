#pragma once

#include <map>
#include <string>
#include <vector>

#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// The trials of one design point.
struct PointTrials {
  Point at;
  std::vector<double> values;
};

/// The trials of a sweep along one axis, from the values that were measured at each size.
/// Throws std::invalid_argument naming a size without values.
std::vector<PointTrials> trials_on(const std::string& axis,
                                   const std::map<double, std::vector<double>>& values);

}  // namespace asymptest
