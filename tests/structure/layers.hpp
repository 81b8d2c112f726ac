#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace structure {

/// The folder of the layer table that a path (relative to the root of the tree, '/' between)
/// belongs to; empty if none.
std::string folder_of(std::string_view path);

/// Whether a file of folder `from` may include a header of folder `to` (docs/architecture.md).
bool may_include(std::string_view from, std::string_view to);

/// The quoted includes of a source text, in order.
std::vector<std::string> quoted_includes(std::string_view source);

/// What is wrong with the includes of one file, a line each: against the layers, or of a header
/// that belongs to no folder of the table.
std::vector<std::string> violations(std::string_view path, std::string_view source);

/// A unit (a header and its source, by path without extension) and those that it includes.
using Arrows = std::map<std::string, std::set<std::string>>;

/// A cycle of the arrows, "a -> b -> a"; empty if there is none.
std::string cycle_among(const Arrows& arrows);

/// The same for every .cpp and .hpp below `root`'s source folders. Throws std::runtime_error if
/// there is not a single file. A cycle of units, within a folder or across, is one line more.
std::vector<std::string> violations_in(const std::filesystem::path& root);

}  // namespace structure
