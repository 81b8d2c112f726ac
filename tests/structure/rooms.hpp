#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace structure {

/// The folders below `root` that hold more than `most` sources and headers themselves, as
/// "src/rigor: 31 files". Throws std::runtime_error if there is no source at all.
std::vector<std::string> crowded_rooms(const std::filesystem::path& root, std::size_t most);

}  // namespace structure
