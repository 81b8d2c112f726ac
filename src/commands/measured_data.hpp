#pragma once

#include <string>
#include <vector>

#include "learning/data/data_set.hpp"
#include "learning/neighbours/distinct_points.hpp"

namespace asymptest::cli {

/// A data set, or those of its points that have one label.
struct MeasuredGroup {
  std::string label;  ///< empty for the whole
  Eigen::Index size = 0;
  learning::DistinctPoints data;
};

/// The whole data set with its copies merged; then, if there are labels, the points of each of them
/// (in the order in which they first occur).
std::vector<MeasuredGroup> groups_of(learning::DataSet data);

/// "60000 points of 784 coordinates; 3 copies merged; 2 left out …": what a person has to know.
std::string description_of(const MeasuredGroup& group);

}  // namespace asymptest::cli
