#pragma once

#include <string>
#include <vector>

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"

namespace asymptest::report {

/// A node of a graph of what rests on what.
struct GraphNode {
  std::string name;
  std::vector<std::string> uses;  ///< names of earlier nodes
  Status status = Status::unmeasured;
};

/// The nodes as boxes, in columns by how many nodes they rest on, with a line from each node to
/// those that use it. Colour and mark of a box are those of its status. A use of a node that is not
/// there, or of one that comes later, is left out.
Figure layered_graph(const std::vector<GraphNode>& nodes);

}  // namespace asymptest::report
