#pragma once

#include <string>
#include <vector>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// The sizes of one axis in a sweep.
struct AxisSizes {
  std::string axis, meaning;
  std::vector<double> sizes;  ///< different ones, increasing
};

/// The axes of a subject's sweep, in the order of its points.
std::vector<AxisSizes> axis_sizes(const ClaimRecord& claim, const SubjectRecord& subject);

/// "128, 256, …, 8192 (7 sizes)"; all of them where they are five or fewer.
std::string listed_sizes(const std::vector<double>& sizes);

}  // namespace asymptest::report
