#include "asymptest/report/drawing/layered_graph.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "asymptest/report/drawing/graph_blocks.hpp"
#include "asymptest/report/drawing/graph_layout.hpp"
#include "asymptest/report/drawing/legend.hpp"
#include "asymptest/report/drawing/svg.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

constexpr double page_width = 1040;   ///< that of the page's column
constexpr double most_height = 1600;  ///< of what no line should leave
constexpr double page_margin = 10, part_gap = 28;
constexpr double page_room = page_width - 2 * page_margin;
constexpr double box_height = 28, box_gap = 8, frame_padding = 8;
constexpr double name_size = 12.5, name_padding = 12, mark_width = 16;
/// What stands in one frame: no column higher than this unless there would be too many of them.
constexpr std::size_t most_rows = 8, most_columns = 3;

/// The boxes of a block, column by column, and the frame around them where there are several.
struct Grid {
  std::size_t rows = 1, columns = 1;
  double box_width = 0;
  double padding = 0;

  [[nodiscard]] BoxSize size() const {
    const auto across = static_cast<double>(columns);
    const auto down = static_cast<double>(rows);
    return {across * (box_width + box_gap) - box_gap + 2 * padding,
            down * (box_height + box_gap) - box_gap + 2 * padding};
  }
  [[nodiscard]] Rectangle box(const Rectangle& frame, std::size_t i) const {
    const auto column = static_cast<double>(i / rows);
    const auto row = static_cast<double>(i % rows);
    return {frame.left + padding + column * (box_width + box_gap),
            frame.top + padding + row * (box_height + box_gap), box_width, box_height};
  }
};

/// As many columns as `most_rows` asks for, if the page has room for them.
Grid grid_of(const GraphBlock& block, const std::vector<GraphNode>& nodes) {
  const std::size_t count = block.nodes.size();
  Grid grid{.padding = count > 1 ? frame_padding : 0};
  for (const std::size_t i : block.nodes) {
    const double words = text_width(nodes[i].name, name_size);
    grid.box_width = std::max(grid.box_width, words + mark_width + 2 * name_padding);
  }
  const double room = page_room - 2 * frame_padding + box_gap;
  const auto fitting = static_cast<std::size_t>(room / (grid.box_width + box_gap));
  grid.columns = std::min({most_columns, (count + most_rows - 1) / most_rows, fitting});
  grid.columns = std::max<std::size_t>(grid.columns, 1);
  grid.rows = (count + grid.columns - 1) / grid.columns;
  return grid;
}

/// A part and where it stands.
struct Placed {
  GraphPart part;
  GraphLayout layout;
  Pixel corner;
};

/// What there is to lay out.
struct Graph {
  const std::vector<GraphNode>& nodes;
  std::vector<GraphBlock> blocks;
  std::vector<Grid> grids;
};

/// The edges to the blocks in turn go one, two, … `staggered` ranks far: what stood side by side in
/// one rank then stands in several.
GraphLayout layout_of_part(const GraphPart& part, const Graph& graph, Flow flow, int staggered) {
  std::vector<BoxSize> sizes;
  for (const std::size_t block : part.blocks) sizes.push_back(graph.grids[block].size());
  const auto place = [&](std::size_t block) {
    const auto at = std::lower_bound(part.blocks.begin(), part.blocks.end(), block);
    return static_cast<std::size_t>(at - part.blocks.begin());
  };
  std::vector<GraphEdge> edges;
  int turn = 0;
  for (const std::size_t target : part.targets) {
    const int ranks = 1 + turn++ % staggered;
    for (const std::size_t used : graph.blocks[target].uses) {
      edges.push_back({place(used), place(target), ranks});
    }
  }
  return graph_layout(sizes, edges, flow);
}

bool fits(const GraphLayout& layout) {
  return layout.width <= page_room && layout.height <= most_height;
}

/// The first layout that fits the page: from left to right, from top to bottom, from top to bottom
/// with more ranks; the narrowest where none does.
GraphLayout fitting_layout(const GraphPart& part, const Graph& graph) {
  constexpr int most_staggered = 3;
  GraphLayout best = layout_of_part(part, graph, Flow::right, 1);
  for (int n = 1; n <= most_staggered && !fits(best); ++n) {
    GraphLayout layout = layout_of_part(part, graph, Flow::down, n);
    if (fits(layout) || layout.width < best.width) best = std::move(layout);
  }
  return best;
}

std::vector<Placed> placed_parts(const Graph& graph) {
  std::vector<Placed> placed;
  for (const GraphPart& part : connected_parts(graph.blocks)) {
    GraphLayout layout = fitting_layout(part, graph);
    if (fits(layout)) {
      placed.push_back({part, std::move(layout), {}});
      continue;
    }
    for (const GraphPart& piece : split(part, graph.blocks)) {
      placed.push_back({piece, fitting_layout(piece, graph), {}});
    }
  }
  return placed;
}

/// The parts on shelves, the highest first, each shelf filled from the left.
void shelve(std::vector<Placed>& parts) {
  std::stable_sort(parts.begin(), parts.end(), [](const Placed& a, const Placed& b) {
    return a.layout.height > b.layout.height;
  });
  Pixel corner{page_margin, page_margin};
  double shelf_height = 0;
  for (Placed& part : parts) {
    if (corner.x > page_margin && corner.x + part.layout.width > page_margin + page_room) {
      corner = {page_margin, corner.y + shelf_height + part_gap};
      shelf_height = 0;
    }
    part.corner = corner;
    corner.x += part.layout.width + part_gap;
    shelf_height = std::max(shelf_height, part.layout.height);
  }
}

struct NodeLook {
  std::string_view box, mark;
};

NodeLook node_look(Status status) {
  if (status == Status::expected) return {"f-step f-done", "f-mark"};
  if (status == Status::unmeasured) return {"f-step", "f-mark f-idle-mark"};
  return {"f-step f-open", "f-mark f-open-mark"};
}

void draw_node(Svg& svg, const Rectangle& box, const GraphNode& node, std::size_t block,
               bool again) {
  const NodeLook look = node_look(node.status);
  if (!node.link.empty()) svg.begin_link(node.link);
  svg.rectangle(box, fmt::format("{} in-{}{}", look.box, block, again ? " f-again" : ""));
  svg.text({box.left + name_padding, box.top + 18}, look.mark, Anchor::start,
           look_of(node.status).mark);
  svg.text({box.left + name_padding + mark_width, box.top + 18}, "f-title", Anchor::start,
           node.name);
  if (!node.link.empty()) svg.end_link();
}

/// The curves come in the order of the edges, which are the uses of the targets; each names the
/// blocks at its ends, for the page to follow it by.
void draw_curves(Svg& svg, const Placed& placed, const Graph& graph) {
  auto next = placed.layout.curves.begin();
  for (const std::size_t target : placed.part.targets) {
    for (const std::size_t used : graph.blocks[target].uses) {
      std::vector<Pixel> curve = *next++;
      for (Pixel& at : curve) at = {placed.corner.x + at.x, placed.corner.y + at.y};
      svg.curve(curve, fmt::format("f-use from-{} to-{}", used, target));
    }
  }
}

void draw_part(Svg& svg, const Placed& placed, const Graph& graph) {
  draw_curves(svg, placed, graph);
  for (std::size_t i = 0; i < placed.part.blocks.size(); ++i) {
    const std::size_t number = placed.part.blocks[i];
    const GraphBlock& block = graph.blocks[number];
    Rectangle frame = placed.layout.boxes[i];
    frame.left += placed.corner.x;
    frame.top += placed.corner.y;
    const std::vector<std::size_t>& own = placed.part.targets;
    const bool again = !std::binary_search(own.begin(), own.end(), number);
    if (block.nodes.size() > 1 && !block.uses.empty()) svg.rectangle(frame, "f-together");
    for (std::size_t k = 0; k < block.nodes.size(); ++k) {
      draw_node(svg, graph.grids[number].box(frame, k), graph.nodes[block.nodes[k]], number, again);
    }
  }
}

}  // namespace

Figure layered_graph(const std::vector<GraphNode>& nodes) {
  Graph graph{nodes, graph_blocks(nodes), {}};
  for (const GraphBlock& block : graph.blocks) graph.grids.push_back(grid_of(block, nodes));
  std::vector<Placed> parts = placed_parts(graph);
  shelve(parts);
  Svg svg;
  Figure figure{.width = 2 * page_margin, .height = 2 * page_margin};
  for (const Placed& placed : parts) {
    draw_part(svg, placed, graph);
    const Pixel corner = placed.corner;
    figure.width = std::max(figure.width, corner.x + placed.layout.width + page_margin);
    figure.height = std::max(figure.height, corner.y + placed.layout.height + page_margin);
  }
  figure.has_links = std::any_of(nodes.begin(), nodes.end(),
                                 [](const GraphNode& node) { return !node.link.empty(); });
  figure.elements = svg.elements();
  return figure;
}

}  // namespace asymptest::report
