#include "rooms.hpp"

#include <fmt/format.h>

#include <map>
#include <stdexcept>

namespace structure {

namespace fs = std::filesystem;

std::vector<std::string> crowded_rooms(const fs::path& root, std::size_t most) {
  std::map<std::string, std::size_t> files;
  for (const char* tree : {"src", "verify", "proofs_check", "benchmarks", "tests"}) {
    if (!fs::exists(root / tree)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / tree)) {
      const auto extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      ++files[fs::relative(entry.path().parent_path(), root).generic_string()];
    }
  }
  if (files.empty()) throw std::runtime_error("no source file below " + root.string());
  std::vector<std::string> crowded;
  for (const auto& [folder, count] : files) {
    if (count > most) crowded.push_back(fmt::format("{}: {} files", folder, count));
  }
  return crowded;
}

}  // namespace structure
