#pragma once

#include <string>
#include <vector>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// A node of a graph of what rests on what.
struct GraphNode {
  std::string name;
  std::vector<std::string> uses;  ///< names of earlier nodes
  Status status = Status::unmeasured;
};

}  // namespace asymptest::report
