#pragma once

#include <cstddef>
#include <vector>

#include "asymptest/report/drawing/graph_node.hpp"

namespace asymptest::report {

/// Nodes that stand together: one that others rest on by itself, and those that rest on the same
/// nodes, with nothing resting on them, as one block.
struct GraphBlock {
  std::vector<std::size_t> nodes;  ///< in their order
  std::vector<std::size_t> uses;   ///< blocks before this one, ascending
};

/// The nodes as blocks, in the order of their first nodes. Names of no node, or of one that doesn't
/// come before, are left out.
std::vector<GraphBlock> graph_blocks(const std::vector<GraphNode>& nodes);

/// Blocks that are laid out together, ascending. Only the uses of `targets` are drawn in it; what
/// else it holds is there because a target uses it.
struct GraphPart {
  std::vector<std::size_t> blocks, targets;
};

/// The blocks in parts that no use connects; in each, all blocks are targets.
std::vector<GraphPart> connected_parts(const std::vector<GraphBlock>& blocks);

/// A part of each block that others use, with those that use it last and that nothing uses. A block
/// is a target of one part, and stands again in those where a target uses it.
std::vector<GraphPart> split(const GraphPart& part, const std::vector<GraphBlock>& blocks);

}  // namespace asymptest::report
