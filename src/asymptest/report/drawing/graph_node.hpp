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
  std::string link = {};  ///< the place on the page that its box leads to; empty: none
};

}  // namespace asymptest::report
