#pragma once

namespace asymptest {

/// A confidence interval, or any other closed interval; infinite ends where nothing is known.
struct Bounds {
  double lower = 0, upper = 0;
};

}  // namespace asymptest
