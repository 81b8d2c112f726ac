#pragma once

#include <cstddef>
#include <vector>

#include "asymptest/report/drawing/svg.hpp"

namespace asymptest::report {

/// The size of a box, pixels.
struct BoxSize {
  double width = 0, height = 0;
};

/// From one box to another, by their numbers. The other stands at least `ranks` ranks on.
struct GraphEdge {
  std::size_t from = 0, to = 0;
  int ranks = 1;
};

/// The way that edges point: ranks are columns, or rows.
enum class Flow { right, down };

/// Where the boxes stand, and for each edge the 3n + 1 points of a chain of cubic Bézier curves.
/// All of it lies within 0 … width, 0 … height, pixels, y downwards.
struct GraphLayout {
  std::vector<Rectangle> boxes;
  std::vector<std::vector<Pixel>> curves;
  double width = 0, height = 0;
};

/// The layered layout of Graphviz (Gansner, Koutsofios, North, Vo 1993, "A technique for drawing
/// directed graphs"): no two boxes overlap, and few edges cross. The same for the same arguments.
/// Edges name boxes that there are. Throws std::runtime_error if Graphviz can't lay the graph out.
/// Not for more than one thread at a time.
GraphLayout graph_layout(const std::vector<BoxSize>& boxes, const std::vector<GraphEdge>& edges,
                         Flow flow);

}  // namespace asymptest::report
