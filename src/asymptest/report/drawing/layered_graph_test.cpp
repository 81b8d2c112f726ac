#include "asymptest/report/drawing/layered_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>

#include "asymptest/report/drawing/graph_blocks.hpp"
#include "asymptest/report/drawing/svg.hpp"

namespace asymptest::report::layered_graph_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::smatch> all(const std::string& text, const std::regex& expression) {
  return {std::sregex_iterator(text.begin(), text.end(), expression), std::sregex_iterator()};
}

std::vector<Rectangle> boxes_of(const Figure& figure) {
  static const std::regex box(
      R"re(<rect class="f-step[^"]*" x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)")re");
  std::vector<Rectangle> boxes;
  for (const std::smatch& m : all(figure.elements, box)) {
    boxes.push_back({std::stod(m[1]), std::stod(m[2]), std::stod(m[3]), std::stod(m[4])});
  }
  return boxes;
}

std::vector<Pixel> curve_points(const Figure& figure) {
  static const std::regex pair(R"re((-?[0-9.]+),(-?[0-9.]+))re");
  std::vector<Pixel> points;
  for (const std::smatch& m : all(figure.elements, pair)) {
    points.push_back({std::stod(m[1]), std::stod(m[2])});
  }
  return points;
}

std::size_t uses_drawn(const Figure& figure) {
  return all(figure.elements, std::regex("\"f-use ")).size();
}

/// 30 theorems, every third resting on the one before, and 160 claims: theorem k has those of its
/// number modulo 30, the first has 20 more, and every tenth claim rests on the next theorem too.
std::vector<GraphNode> large_theory() {
  std::vector<GraphNode> nodes;
  const auto theorem = [](int k) { return "proof/theorem-of-number-" + std::to_string(k % 30); };
  for (int k = 0; k < 30; ++k) {
    nodes.push_back({theorem(k), {}, Status::expected});
    if (k % 3 != 0) nodes.back().uses.push_back(theorem(k - 1));
  }
  for (int i = 0; i < 160; ++i) {
    nodes.push_back({"some-topic/claim-of-some-quantity-" + std::to_string(i), {theorem(i)}});
    if (i >= 140) nodes.back().uses = {theorem(0)};
    if (i % 10 == 9) nodes.back().uses.push_back(theorem(i + 1));
  }
  return nodes;
}

/// The same with all theorems resting on one, so that all is connected.
std::vector<GraphNode> connected_theory() {
  std::vector<GraphNode> nodes = large_theory();
  for (std::size_t k = 1; k < 30; ++k) nodes[k].uses.push_back(nodes[0].name);
  return nodes;
}

void expect_inside(const Figure& figure) {
  for (const Rectangle& box : boxes_of(figure)) {
    EXPECT_GE(std::min(box.left, box.top), 0);
    EXPECT_LE(box.right(), figure.width);
    EXPECT_LE(box.bottom(), figure.height);
  }
  for (const Pixel& at : curve_points(figure)) {
    EXPECT_GE(std::min(at.x, at.y), 0);
    EXPECT_LE(at.x, figure.width);
    EXPECT_LE(at.y, figure.height);
  }
}

bool overlap(const Rectangle& a, const Rectangle& b) {
  return a.left < b.right() && b.left < a.right() && a.top < b.bottom() && b.top < a.bottom();
}

/// The most boxes that stand below each other at the distance of those of one frame.
std::size_t longest_column(const std::vector<Rectangle>& boxes) {
  std::map<double, std::vector<double>> tops;  // by the left edge
  for (const Rectangle& box : boxes) tops[box.left].push_back(box.top);
  std::size_t longest = 0;
  for (auto& [left, of_column] : tops) {
    std::sort(of_column.begin(), of_column.end());
    std::size_t length = 0;
    for (std::size_t i = 0; i < of_column.size(); ++i) {
      length = i > 0 && of_column[i] - of_column[i - 1] < 40 ? length + 1 : 1;
      longest = std::max(longest, length);
    }
  }
  return longest;
}

void expect_readable(const std::vector<GraphNode>& nodes) {
  const Figure figure = layered_graph(nodes);
  EXPECT_LE(figure.width, 1100);
  expect_inside(figure);
  const std::vector<Rectangle> boxes = boxes_of(figure);
  EXPECT_LE(longest_column(boxes), 12U);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(boxes[i], boxes[j])) << i << ' ' << j;
  }
  for (const GraphNode& node : nodes)
    EXPECT_THAT(figure.elements, HasSubstr(node.name + "</text>"));
}

TEST(LayeredGraph, DrawsAHundredAndSixtyClaimsReadably) { expect_readable(large_theory()); }

TEST(LayeredGraph, SplitsWhatIsConnectedAndTooLarge) { expect_readable(connected_theory()); }

TEST(LayeredGraph, IsTheSameEachTime) {
  EXPECT_EQ(layered_graph(connected_theory()).elements, layered_graph(connected_theory()).elements);
}

TEST(LayeredGraph, DrawsNothingOfNothing) { EXPECT_THAT(layered_graph({}).elements, IsEmpty()); }

TEST(LayeredGraph, DrawsEachUseOnce) {
  const std::vector<GraphNode> nodes{{"a", {}}, {"b", {"a"}}, {"c", {"a", "b"}}, {"d", {"b", "c"}}};
  EXPECT_EQ(uses_drawn(layered_graph(nodes)), 5U);
  EXPECT_EQ(uses_drawn(layered_graph({{"a", {"b", "a", "absent"}}, {"b", {}}})), 0U);
}

TEST(LayeredGraph, PutsANodeBehindThoseThatItUses) {
  const std::vector<Rectangle> boxes =
      boxes_of(layered_graph({{"a", {}}, {"b", {"a"}}, {"c", {"b", "a"}}}));
  ASSERT_EQ(boxes.size(), 3U);
  EXPECT_LT(boxes[0].right(), boxes[1].left);
  EXPECT_LT(boxes[1].right(), boxes[2].left);
}

TEST(GraphBlocks, HoldWhatRestsOnTheSameTogether) {
  const std::vector<GraphBlock> blocks =
      graph_blocks({{"t", {}}, {"x", {"t"}}, {"u", {"t"}}, {"y", {"t"}}, {"z", {"u"}}});
  ASSERT_EQ(blocks.size(), 4U);
  EXPECT_THAT(blocks[1].nodes, ElementsAre(1, 3));
  EXPECT_THAT(blocks[3].uses, ElementsAre(2));
}

TEST(GraphBlocks, SplitSoThatEachIsATargetOnce) {
  const std::vector<GraphBlock> blocks = graph_blocks(connected_theory());
  std::vector<std::size_t> targets;
  for (const GraphPart& part : connected_parts(blocks)) {
    for (const GraphPart& piece : split(part, blocks)) {
      targets.insert(targets.end(), piece.targets.begin(), piece.targets.end());
    }
  }
  std::sort(targets.begin(), targets.end());
  ASSERT_EQ(targets.size(), blocks.size());
  for (std::size_t i = 0; i < targets.size(); ++i) EXPECT_EQ(targets[i], i);
}

}  // namespace
}  // namespace asymptest::report::layered_graph_test
