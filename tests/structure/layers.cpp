#include "layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

namespace structure {
namespace {

/// A folder of the tree and the other folders whose headers its files may include. A trailing '*'
/// stands for every folder with that beginning.
struct Layer {
  std::string_view folder;
  std::vector<std::string_view> below;
};

const std::vector<Layer>& layers() {
  static const std::vector<Layer> table{
      {"src/asymptest/random", {}},
      {"src/asymptest/claim", {"src/asymptest/random"}},
      {"src/asymptest/inference", {"src/asymptest/claim", "src/asymptest/random"}},
      {"src/asymptest/engine",
       {"src/asymptest/inference", "src/asymptest/claim", "src/asymptest/random"}},
      {"src/asymptest/report",
       {"src/asymptest/engine", "src/asymptest/inference", "src/asymptest/claim"}},
      {"src/asymptest/cli", {"src/asymptest/*", "src/rigor"}},
      {"src/learning/spectra", {"src/asymptest/random"}},
      {"src/learning/networks", {"src/asymptest/random", "src/learning/spectra"}},
      {"src/learning/kernels",
       {"src/asymptest/random", "src/learning/spectra", "src/learning/networks"}},
      {"src/learning/suprema",
       {"src/asymptest/random", "src/learning/spectra", "src/learning/networks"}},
      {"src/learning/interpolation", {"src/asymptest/random", "src/learning/spectra"}},
      {"src/learning/geometry", {"src/asymptest/random", "src/learning/spectra"}},
      {"src/learning/data", {"src/asymptest/random"}},
      {"src/rigor", {}},
      {"verify", {"src/asymptest/claim", "src/asymptest/random", "src/learning/*", "src/rigor"}},
      {"proofs_check",
       {"src/asymptest/claim", "src/asymptest/random", "src/learning/*", "src/rigor"}},
      {"benchmarks", {"src/*"}},
      {"tests", {"src/*"}},
  };
  return table;
}

bool matches(std::string_view pattern, std::string_view folder) {
  if (pattern.ends_with('*')) return folder.starts_with(pattern.substr(0, pattern.size() - 1));
  return pattern == folder;
}

/// Headers are named from src/ (`asymptest/claim/claim.hpp`) or, in folders outside src/, from the
/// file's own folder.
std::string path_of_include(std::string_view including, std::string_view header) {
  for (const std::string_view tree : {"asymptest/", "learning/", "rigor/"}) {
    if (header.starts_with(tree)) return "src/" + std::string(header);
  }
  for (const std::string_view tree : {"verify/", "proofs_check/", "benchmarks/", "tests/"}) {
    if (header.starts_with(tree)) return std::string(header);
  }
  const auto slash = including.rfind('/');
  return std::string(including.substr(0, slash + 1)) + std::string(header);
}

}  // namespace

std::string folder_of(std::string_view path) {
  std::string_view best;
  for (const Layer& layer : layers()) {
    const bool inside =
        path.starts_with(layer.folder) && path.substr(layer.folder.size()).starts_with('/');
    if (inside && layer.folder.size() > best.size()) best = layer.folder;
  }
  return std::string(best);
}

bool may_include(std::string_view from, std::string_view to) {
  if (from == to) return true;
  const auto layer = std::find_if(layers().begin(), layers().end(),
                                  [&](const Layer& l) { return l.folder == from; });
  if (layer == layers().end()) return false;
  return std::any_of(layer->below.begin(), layer->below.end(),
                     [&](std::string_view pattern) { return matches(pattern, to); });
}

std::vector<std::string> quoted_includes(std::string_view source) {
  static const std::regex include(R"re((?:^|\n)\s*#\s*include\s*"([^"]+)")re");
  std::vector<std::string> headers;
  const std::string text(source);
  for (std::sregex_iterator at(text.begin(), text.end(), include), end; at != end; ++at) {
    headers.push_back((*at)[1]);
  }
  return headers;
}

std::vector<std::string> violations(std::string_view path, std::string_view source) {
  std::vector<std::string> found;
  const std::string from = folder_of(path);
  if (from.empty()) return {fmt::format("{}: is in no folder of the layer table", path)};
  for (const std::string& header : quoted_includes(source)) {
    const std::string to = folder_of(path_of_include(path, header));
    if (to.empty()) {
      found.push_back(fmt::format("{}: includes \"{}\", which is in no folder of the layer table",
                                  path, header));
    } else if (!may_include(from, to)) {
      found.push_back(
          fmt::format("{}: includes \"{}\", but {} may not include {}", path, header, from, to));
    }
  }
  return found;
}

std::vector<std::string> violations_in(const std::filesystem::path& root) {
  std::vector<std::string> found;
  std::size_t files = 0;
  for (const char* tree : {"src", "verify", "proofs_check", "benchmarks", "tests"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / tree)) {
      const auto extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      ++files;
      std::ifstream stream(entry.path());
      const std::string source{std::istreambuf_iterator<char>(stream), {}};
      const auto path = std::filesystem::relative(entry.path(), root).generic_string();
      const auto here = violations(path, source);
      found.insert(found.end(), here.begin(), here.end());
    }
  }
  if (files == 0) throw std::runtime_error("no source file below " + root.string());
  return found;
}

}  // namespace structure
