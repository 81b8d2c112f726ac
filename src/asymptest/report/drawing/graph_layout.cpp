#include "asymptest/report/drawing/graph_layout.hpp"

#include <fmt/format.h>
#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string>

// Graphviz's headers name global types `box` and `point`: this file is compiled by itself.

/// The plug-in that holds the layered layout, linked rather than looked up in the machine's set-up.
extern "C" gvplugin_library_t gvplugin_dot_layout_LTX_library;

namespace asymptest::report {
namespace {

constexpr double points_per_inch = 72;

struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

/// Graphviz takes its texts as char* and copies them.
char* text(const char* words) { return const_cast<char*>(words); }

/// A graph of Graphviz with its layout, freed in the order that Graphviz asks for.
class DotGraph {
 public:
  explicit DotGraph(Flow flow) {
    set(AGRAPH, "rankdir", flow == Flow::right ? "LR" : "TB");
    set(AGRAPH, "ranksep", flow == Flow::right ? "0.6" : "0.45");
    set(AGRAPH, "nodesep", "0.2");
    set(AGNODE, "shape", "box");
    set(AGNODE, "label", "");  // no text, so no font is asked for
    set(AGNODE, "fixedsize", "true");
    set(AGNODE, "width", "1");
    set(AGNODE, "height", "1");
    set(AGEDGE, "dir", "none");
    set(AGEDGE, "minlen", "1");
    set(AGEDGE, "tailport", flow == Flow::right ? "e" : "s");
    set(AGEDGE, "headport", flow == Flow::right ? "w" : "n");
  }
  ~DotGraph() { gvFreeLayout(context_.get(), graph_.get()); }
  DotGraph(const DotGraph&) = delete;
  DotGraph& operator=(const DotGraph&) = delete;

  Agnode_t* add(const BoxSize& size) {
    Agnode_t* node = agnode(graph_.get(), nullptr, 1);
    agset(node, text("width"), inches(size.width).data());
    agset(node, text("height"), inches(size.height).data());
    return node;
  }

  Agedge_t* add(Agnode_t* from, Agnode_t* to, int ranks) {
    Agedge_t* edge = agedge(graph_.get(), from, to, nullptr, 1);
    agset(edge, text("minlen"), std::to_string(ranks).data());
    return edge;
  }

  void lay_out() {
    if (gvLayout(context_.get(), graph_.get(), "dot") != 0) {
      throw std::runtime_error("Graphviz can't lay out the graph");
    }
  }

 private:
  static std::string inches(double pixels) {
    return fmt::format("{:.6f}", pixels / points_per_inch);
  }
  void set(int kind, const char* name, const char* value) {
    agattr(graph_.get(), kind, text(name), text(value));
  }

  std::array<lt_symlist_t, 2> plugins_{
      {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library}, {nullptr, nullptr}}};
  std::unique_ptr<GVC_t, FreeContext> context_{gvContextPlugins(plugins_.data(), 0)};
  std::unique_ptr<Agraph_t, CloseGraph> graph_{agopen(text("graph"), Agdirected, nullptr)};
};

Pixel pixel(pointf at) { return {at.x, -at.y}; }

std::vector<Pixel> curve_of(Agedge_t* edge) {
  std::vector<Pixel> points;
  const splines* found = ED_spl(edge);
  if (found == nullptr || found->size == 0) return points;
  const bezier& first = found->list[0];
  for (int i = 0; i < first.size; ++i) points.push_back(pixel(first.list[i]));
  return points;
}

/// Moves everything so that its least coordinates are 0.
void move_to_origin(GraphLayout& layout) {
  Pixel least{1e300, 1e300}, greatest{-1e300, -1e300};
  const auto include = [&](Pixel at) {
    least = {std::min(least.x, at.x), std::min(least.y, at.y)};
    greatest = {std::max(greatest.x, at.x), std::max(greatest.y, at.y)};
  };
  for (const Rectangle& box : layout.boxes) {
    include({box.left, box.top});
    include({box.right(), box.bottom()});
  }
  for (const auto& curve : layout.curves) std::for_each(curve.begin(), curve.end(), include);
  for (Rectangle& box : layout.boxes) box.left -= least.x, box.top -= least.y;
  for (auto& curve : layout.curves) {
    for (Pixel& at : curve) at = {at.x - least.x, at.y - least.y};
  }
  layout.width = greatest.x - least.x;
  layout.height = greatest.y - least.y;
}

}  // namespace

GraphLayout graph_layout(const std::vector<BoxSize>& boxes, const std::vector<GraphEdge>& edges,
                         Flow flow) {
  if (boxes.empty()) return {};
  DotGraph graph(flow);
  std::vector<Agnode_t*> nodes;
  for (const BoxSize& size : boxes) nodes.push_back(graph.add(size));
  std::vector<Agedge_t*> lines;
  for (const GraphEdge& edge : edges) {
    lines.push_back(graph.add(nodes.at(edge.from), nodes.at(edge.to), edge.ranks));
  }
  graph.lay_out();
  GraphLayout layout;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Pixel middle = pixel(ND_coord(nodes[i]));
    layout.boxes.push_back({middle.x - boxes[i].width / 2, middle.y - boxes[i].height / 2,
                            boxes[i].width, boxes[i].height});
  }
  for (Agedge_t* line : lines) layout.curves.push_back(curve_of(line));
  move_to_origin(layout);
  return layout;
}

}  // namespace asymptest::report
