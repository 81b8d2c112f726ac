#include "asymptest/report/drawing/layered_graph.hpp"

#include <algorithm>
#include <map>

#include "asymptest/report/drawing/legend.hpp"
#include "asymptest/report/drawing/svg.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

constexpr double box_height = 28, row_gap = 12, column_gap = 44, page_margin = 10;
constexpr double name_size = 12, padding = 12, mark_width = 16;

/// Where a node stands in the graph.
struct Place {
  std::size_t column = 0, row = 0;
};

/// As wide as its longest name asks for.
struct Column {
  double left = page_margin, width = 0;
  std::size_t rows = 0;
};

struct Layout {
  std::map<std::string, Place> places;
  std::vector<Column> columns;

  [[nodiscard]] Rectangle box(const Place& place) const {
    const Column& column = columns[place.column];
    return {column.left, page_margin + static_cast<double>(place.row) * (box_height + row_gap),
            column.width, box_height};
  }
};

Place place_of(const GraphNode& node, Layout& layout) {
  std::size_t column = 0;
  for (const std::string& used : node.uses) {
    const auto found = layout.places.find(used);
    if (found != layout.places.end()) column = std::max(column, found->second.column + 1);
  }
  if (column >= layout.columns.size()) layout.columns.resize(column + 1);
  Column& at = layout.columns[column];
  at.width = std::max(at.width, text_width(node.name, name_size) + mark_width + 2 * padding);
  return {column, at.rows++};
}

Layout layout_of(const std::vector<GraphNode>& nodes) {
  Layout layout;
  for (const GraphNode& node : nodes) layout.places[node.name] = place_of(node, layout);
  for (std::size_t i = 1; i < layout.columns.size(); ++i) {
    const Column& before = layout.columns[i - 1];
    layout.columns[i].left = before.left + before.width + column_gap;
  }
  return layout;
}

/// A straight line between neighbouring columns; one that skips a column runs below its own row, so
/// that no box hides it.
void draw_use(Svg& svg, const Rectangle& from, const Rectangle& to, bool skips) {
  const Pixel start{from.right(), from.top + box_height / 2};
  const Pixel end{to.left, to.top + box_height / 2};
  if (!skips) {
    svg.line(start, end, "f-use");
    return;
  }
  const double below = std::max(from.bottom(), to.bottom()) + row_gap / 2;
  const std::vector<Pixel> around{
      start, {start.x + column_gap / 2, below}, {end.x - column_gap / 2, below}, end};
  svg.path(around, "f-use");
}

struct NodeLook {
  std::string_view box, mark;
};

NodeLook node_look(Status status) {
  if (status == Status::expected) return {"f-step f-done", "f-mark"};
  if (status == Status::unmeasured) return {"f-step", "f-mark f-idle-mark"};
  return {"f-step f-open", "f-mark f-open-mark"};
}

void draw_node(Svg& svg, const Rectangle& box, const GraphNode& node) {
  const NodeLook look = node_look(node.status);
  svg.rectangle(box, look.box);
  svg.text({box.left + padding, box.top + 18}, look.mark, Anchor::start, look_of(node.status).mark);
  svg.text({box.left + padding + mark_width, box.top + 18}, "f-title", Anchor::start, node.name);
}

void draw_uses(Svg& svg, const Layout& layout, const GraphNode& node) {
  const Place& to = layout.places.at(node.name);
  for (const std::string& used : node.uses) {
    const auto from = layout.places.find(used);
    if (from == layout.places.end() || from->second.column >= to.column) continue;
    const bool skips = to.column - from->second.column > 1;
    draw_use(svg, layout.box(from->second), layout.box(to), skips);
  }
}

}  // namespace

Figure layered_graph(const std::vector<GraphNode>& nodes) {
  const Layout layout = layout_of(nodes);
  Svg svg;
  for (const GraphNode& node : nodes) draw_uses(svg, layout, node);
  for (const GraphNode& node : nodes) {
    draw_node(svg, layout.box(layout.places.at(node.name)), node);
  }
  double right = page_margin;
  double bottom = page_margin;
  for (const Column& column : layout.columns) {
    right = std::max(right, column.left + column.width);
    bottom =
        std::max(bottom, page_margin + static_cast<double>(column.rows) * (box_height + row_gap));
  }
  return {.width = right + page_margin,
          .height = bottom - row_gap + page_margin,
          .elements = svg.elements()};
}

}  // namespace asymptest::report
