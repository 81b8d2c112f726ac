#include "asymptest/report/drawing/graph_blocks.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

namespace asymptest::report {
namespace {

using Numbers = std::set<std::size_t>;

std::vector<Numbers> numbers_of_uses(const std::vector<GraphNode>& nodes) {
  std::map<std::string, std::size_t> before;
  std::vector<Numbers> uses;
  for (const GraphNode& node : nodes) {
    Numbers& of_node = uses.emplace_back();
    for (const std::string& name : node.uses) {
      const auto found = before.find(name);
      if (found != before.end()) of_node.insert(found->second);
    }
    before.try_emplace(node.name, uses.size() - 1);
  }
  return uses;
}

}  // namespace

std::vector<GraphBlock> graph_blocks(const std::vector<GraphNode>& nodes) {
  const std::vector<Numbers> uses = numbers_of_uses(nodes);
  Numbers used;
  for (const Numbers& of_node : uses) used.insert(of_node.begin(), of_node.end());
  std::vector<GraphBlock> blocks;
  std::vector<std::size_t> block_of(nodes.size());
  std::map<Numbers, std::size_t> block_of_uses;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    block_of[i] = used.count(i) != 0
                      ? blocks.size()
                      : block_of_uses.try_emplace(uses[i], blocks.size()).first->second;
    if (block_of[i] == blocks.size()) {
      Numbers below;
      for (const std::size_t node : uses[i]) below.insert(block_of[node]);
      blocks.push_back({.uses = {below.begin(), below.end()}});
    }
    blocks[block_of[i]].nodes.push_back(i);
  }
  return blocks;
}

std::vector<GraphPart> connected_parts(const std::vector<GraphBlock>& blocks) {
  std::vector<std::size_t> least(blocks.size());  // block that is known to be connected
  std::iota(least.begin(), least.end(), 0U);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (const std::size_t below : blocks[i].uses) {
      const auto [kept, gone] = std::minmax({least[i], least[below]});
      std::replace(least.begin(), least.end(), gone, kept);
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < blocks.size(); ++i) members[least[i]].push_back(i);
  std::vector<GraphPart> parts;
  for (const auto& [first, of_part] : members) parts.push_back({of_part, of_part});
  return parts;
}

std::vector<GraphPart> split(const GraphPart& part, const std::vector<GraphBlock>& blocks) {
  Numbers used;
  for (const std::size_t i : part.targets)
    used.insert(blocks[i].uses.begin(), blocks[i].uses.end());
  std::map<std::size_t, Numbers> targets;  // by the block that they are about
  for (const std::size_t i : part.targets) {
    const bool own = used.count(i) != 0 || blocks[i].uses.empty();
    targets[own ? i : blocks[i].uses.back()].insert(i);
  }
  std::vector<GraphPart> parts;
  for (const auto& [about, of_part] : targets) {
    Numbers members = of_part;
    for (const std::size_t i : of_part)
      members.insert(blocks[i].uses.begin(), blocks[i].uses.end());
    parts.push_back({{members.begin(), members.end()}, {of_part.begin(), of_part.end()}});
  }
  return parts;
}

}  // namespace asymptest::report
