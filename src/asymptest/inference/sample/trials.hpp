#pragma once

#include <vector>

#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// The trials of one design point.
struct PointTrials {
  Point at;
  std::vector<double> values;
};

}  // namespace asymptest
