#pragma once

#include <vector>

#include "asymptest/report/drawing/figure.hpp"
#include "asymptest/report/drawing/graph_node.hpp"

namespace asymptest::report {

/// The nodes as boxes, each behind those that it uses, with a line from each node to those that use
/// it. Nodes that use the same, with nothing that uses them, stand in one frame with one line to
/// it. Parts that no line connects stand beside and below each other, so that the figure is as wide
/// as a page where the graph allows. Colour and mark of a box are those of its status. A use of a
/// node that is not there, or of one that comes later, is left out.
Figure layered_graph(const std::vector<GraphNode>& nodes);

}  // namespace asymptest::report
