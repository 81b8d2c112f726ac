#include "layers.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

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
      {"src/asymptest/require", {}},
      {"src/asymptest/random", {}},
      {"src/asymptest/linear_algebra", {"src/asymptest/require"}},
      {"src/asymptest/claim/sizes", {"src/asymptest/require"}},
      {"src/asymptest/claim/laws", {"src/asymptest/require", "src/asymptest/claim/sizes"}},
      {"src/asymptest/claim",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/claim/sizes",
        "src/asymptest/claim/laws"}},
      {"src/asymptest/fingerprint", {"src/asymptest/random"}},
      {"src/asymptest/inference/intervals", {"src/asymptest/require", "src/asymptest/claim/laws"}},
      {"src/asymptest/inference/sample",
       {"src/asymptest/require", "src/asymptest/claim*", "src/asymptest/inference/intervals"}},
      {"src/asymptest/inference/sample/written",
       {"src/asymptest/claim*", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample"}},
      {"src/asymptest/inference/correction",
       {"src/asymptest/linear_algebra", "src/asymptest/claim*", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample"}},
      {"src/asymptest/inference/fit/basis",
       {"src/asymptest/claim*", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample", "src/asymptest/inference/correction"}},
      {"src/asymptest/inference/fit/separable",
       {"src/asymptest/claim*", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample", "src/asymptest/inference/correction",
        "src/asymptest/inference/fit/basis"}},
      {"src/asymptest/inference/fit",
       {"src/asymptest/linear_algebra", "src/asymptest/require", "src/asymptest/claim*",
        "src/asymptest/inference/intervals", "src/asymptest/inference/sample",
        "src/asymptest/inference/correction", "src/asymptest/inference/fit/basis",
        "src/asymptest/inference/fit/separable"}},
      {"src/asymptest/inference/verdict",
       {"src/asymptest/require", "src/asymptest/claim*", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample"}},
      {"src/asymptest/inference/laws/power",
       {"src/asymptest/require", "src/asymptest/claim*", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample*", "src/asymptest/inference/correction",
        "src/asymptest/inference/fit*", "src/asymptest/inference/verdict"}},
      {"src/asymptest/inference/laws",
       {"src/asymptest/require", "src/asymptest/claim*", "src/asymptest/inference/laws/power",
        "src/asymptest/inference/intervals", "src/asymptest/inference/sample",
        "src/asymptest/inference/correction", "src/asymptest/inference/fit*",
        "src/asymptest/inference/verdict"}},
      {"src/asymptest/inference/design",
       {"src/asymptest/linear_algebra", "src/asymptest/claim*", "src/asymptest/random",
        "src/asymptest/inference/intervals", "src/asymptest/inference/sample",
        "src/asymptest/inference/correction", "src/asymptest/inference/fit*",
        "src/asymptest/inference/verdict", "src/asymptest/inference/laws*"}},
      {"src/asymptest/inference",
       {"src/asymptest/claim*", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample", "src/asymptest/inference/verdict",
        "src/asymptest/inference/laws*"}},
      {"src/asymptest/inference/calibration",
       {"src/asymptest/linear_algebra", "src/asymptest/require", "src/asymptest/claim*",
        "src/asymptest/random", "src/asymptest/inference", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample", "src/asymptest/inference/correction",
        "src/asymptest/inference/verdict", "src/asymptest/inference/laws*",
        "src/asymptest/inference/design"}},
      {"src/asymptest/record",
       {"src/asymptest/require", "src/asymptest/claim/sizes", "src/asymptest/claim/laws",
        "src/asymptest/inference/verdict"}},
      {"src/asymptest/engine/store", {"src/asymptest/record"}},
      {"src/asymptest/engine/execution",
       {"src/asymptest/random", "src/asymptest/claim*", "src/asymptest/engine/store"}},
      {"src/asymptest/engine/ranks",
       {"src/asymptest/require", "src/asymptest/claim*", "src/asymptest/engine/execution"}},
      {"src/asymptest/engine/mpi", {"src/asymptest/engine/ranks"}},
      {"src/asymptest/engine/course",
       {"src/asymptest/claim*", "src/asymptest/inference", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample", "src/asymptest/inference/verdict",
        "src/asymptest/inference/design", "src/asymptest/record", "src/asymptest/engine/store"}},
      {"src/asymptest/engine/records",
       {"src/asymptest/require", "src/asymptest/claim*", "src/asymptest/inference",
        "src/asymptest/record", "src/asymptest/engine/store", "src/asymptest/engine/course"}},
      {"src/asymptest/engine",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/claim*",
        "src/asymptest/inference", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample", "src/asymptest/inference/verdict",
        "src/asymptest/inference/design", "src/asymptest/record", "src/asymptest/engine/store",
        "src/asymptest/engine/execution", "src/asymptest/engine/course",
        "src/asymptest/engine/records"}},
      {"src/asymptest/engine/shards",
       {"src/asymptest/require", "src/asymptest/claim*", "src/asymptest/record",
        "src/asymptest/engine", "src/asymptest/engine/store", "src/asymptest/engine/execution",
        "src/asymptest/engine/course", "src/asymptest/engine/records"}},
      {"src/asymptest/engine/audit",
       {"src/asymptest/claim*", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample", "src/asymptest/inference/verdict", "src/asymptest/engine",
        "src/asymptest/engine/store", "src/asymptest/engine/execution"}},
      {"src/asymptest/report/text", {"src/asymptest/record"}},
      {"src/asymptest/report/drawing", {"src/asymptest/record", "src/asymptest/report/text"}},
      {"src/asymptest/report/figures",
       {"src/asymptest/record", "src/asymptest/report/text", "src/asymptest/report/drawing"}},
      {"src/asymptest/report/html/parts",
       {"src/asymptest/record", "src/asymptest/report/text", "src/asymptest/report/drawing"}},
      {"src/asymptest/report/html/sections",
       {"src/asymptest/record", "src/asymptest/report/text", "src/asymptest/report/drawing",
        "src/asymptest/report/figures", "src/asymptest/report/html/parts"}},
      {"src/asymptest/report/html",
       {"src/asymptest/record", "src/asymptest/report/text", "src/asymptest/report/drawing",
        "src/asymptest/report/html/parts", "src/asymptest/report/html/sections"}},
      {"src/asymptest/report/formats", {"src/asymptest/record", "src/asymptest/report/text"}},
      {"src/asymptest/report",
       {"src/asymptest/record", "src/asymptest/report/text", "src/asymptest/report/figures",
        "src/asymptest/report/html", "src/asymptest/report/formats"}},
      {"src/asymptest/data", {"src/asymptest/claim*"}},
      {"src/asymptest/process", {"src/asymptest/require"}},
      {"src/asymptest/experiment/formula",
       {"src/asymptest/require", "src/asymptest/claim*", "src/asymptest/data"}},
      {"src/asymptest/experiment/program",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/claim*",
        "src/asymptest/process", "src/asymptest/data", "src/asymptest/experiment/formula"}},
      {"src/asymptest/experiment",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/claim*",
        "src/asymptest/process", "src/asymptest/experiment/formula",
        "src/asymptest/experiment/program"}},
      {"src/asymptest/check/rows",
       {"src/asymptest/claim*", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample", "src/asymptest/data",
        "src/asymptest/experiment/formula"}},
      {"src/asymptest/check",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/claim*",
        "src/asymptest/inference", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample", "src/asymptest/inference/fit*",
        "src/asymptest/inference/verdict", "src/asymptest/inference/laws*",
        "src/asymptest/inference/design", "src/asymptest/data", "src/asymptest/experiment/formula",
        "src/asymptest/check/rows"}},
      {"src/asymptest/estimate",
       {"src/asymptest/random", "src/asymptest/claim*", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample", "src/asymptest/inference/fit*",
        "src/asymptest/inference/verdict", "src/asymptest/data", "src/asymptest/check",
        "src/asymptest/check/rows"}},
      {"src/asymptest/cli/options", {}},
      {"src/asymptest/cli/input",
       {"src/asymptest/cli/options", "src/asymptest/claim*", "src/asymptest/record",
        "src/asymptest/engine", "src/asymptest/engine/store", "src/asymptest/engine/execution",
        "src/asymptest/engine/ranks", "src/asymptest/engine/records", "src/asymptest/experiment"}},
      {"src/asymptest/cli/output",
       {"src/asymptest/record", "src/asymptest/engine", "src/asymptest/report/text"}},
      {"src/asymptest/cli/measuring",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/claim*",
        "src/asymptest/inference/design", "src/asymptest/record", "src/asymptest/engine*",
        "src/asymptest/report", "src/asymptest/cli/input", "src/asymptest/cli/options",
        "src/asymptest/cli/output"}},
      {"src/asymptest/cli/showing",
       {"src/asymptest/claim*", "src/asymptest/record", "src/asymptest/engine*",
        "src/asymptest/report", "src/asymptest/report/text", "src/asymptest/cli/input",
        "src/asymptest/cli/options", "src/asymptest/cli/output"}},
      {"src/asymptest/cli/commands",
       {"src/asymptest/random", "src/asymptest/claim*", "src/asymptest/inference/intervals",
        "src/asymptest/inference/sample", "src/asymptest/inference/calibration",
        "src/asymptest/engine/store", "src/asymptest/report", "src/asymptest/cli/input",
        "src/asymptest/cli/options", "src/asymptest/cli/output"}},
      {"src/asymptest/cli/check",
       {"src/asymptest/claim*", "src/asymptest/record", "src/asymptest/engine*",
        "src/asymptest/report", "src/asymptest/data", "src/asymptest/check*",
        "src/asymptest/estimate", "src/asymptest/cli/input", "src/asymptest/cli/options",
        "src/asymptest/cli/output"}},
      {"src/asymptest/cli/manual",
       {"src/asymptest/engine/records", "src/asymptest/cli/options", "src/asymptest/cli/output"}},
      {"src/asymptest/cli",
       {"src/asymptest/claim*", "src/asymptest/process", "src/asymptest/engine",
        "src/asymptest/engine/execution", "src/asymptest/engine/records", "src/asymptest/cli/input",
        "src/asymptest/cli/options", "src/asymptest/cli/output", "src/asymptest/cli/measuring",
        "src/asymptest/cli/showing", "src/asymptest/cli/commands", "src/asymptest/cli/check",
        "src/asymptest/cli/manual"}},
      {"src/asymptest/testing", {"src/asymptest/*"}},
      {"src/learning/spectra",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/linear_algebra"}},
      {"src/learning/networks",
       {"src/asymptest/require", "src/asymptest/random", "src/learning/spectra"}},
      {"src/learning/kernels",
       {"src/asymptest/require", "src/asymptest/random", "src/learning/spectra",
        "src/learning/networks"}},
      {"src/learning/curvature",
       {"src/asymptest/require", "src/asymptest/random", "src/learning/spectra",
        "src/learning/networks", "src/learning/kernels"}},
      {"src/learning/training",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/linear_algebra",
        "src/learning/spectra", "src/learning/networks", "src/learning/curvature"}},
      {"src/learning/separable",
       {"src/asymptest/require", "src/asymptest/random", "src/learning/networks"}},
      {"src/learning/suprema",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/linear_algebra",
        "src/learning/spectra", "src/learning/networks", "src/learning/kernels",
        "src/learning/curvature", "src/learning/separable"}},
      {"src/learning/tasks",
       {"src/asymptest/require", "src/asymptest/random", "src/learning/spectra",
        "src/learning/networks", "src/learning/kernels", "src/learning/curvature",
        "src/learning/training"}},
      {"src/learning/interpolation",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/linear_algebra",
        "src/learning/spectra"}},
      {"src/learning/triangulation",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/linear_algebra",
        "src/learning/geometry"}},
      {"src/learning/regression",
       {"src/asymptest/require", "src/learning/spectra", "src/learning/interpolation"}},
      {"src/learning/features", {"src/asymptest/require"}},
      {"src/learning/geometry",
       {"src/asymptest/require", "src/asymptest/random", "src/learning/spectra"}},
      {"src/learning/fractals", {"src/asymptest/require", "src/asymptest/random"}},
      {"src/learning/smoothness",
       {"src/asymptest/require", "src/asymptest/random", "src/learning/spectra"}},
      {"src/learning/data/formats", {"src/asymptest/require"}},
      {"src/learning/data",
       {"src/asymptest/require", "src/asymptest/random", "src/learning/data/formats"}},
      {"src/learning/neighbours", {"src/asymptest/require", "src/asymptest/random"}},
      {"src/learning/dimension",
       {"src/asymptest/require", "src/asymptest/random", "src/learning/neighbours"}},
      {"src/learning/kernel_machines", {"src/asymptest/require", "src/asymptest/linear_algebra"}},
      {"src/learning/boosting", {"src/asymptest/require"}},
      {"src/rigor/arithmetic", {"src/asymptest/require"}},
      {"src/rigor/algebra", {"src/asymptest/require", "src/rigor/arithmetic"}},
      {"src/rigor/matrices",
       {"src/asymptest/require", "src/asymptest/linear_algebra", "src/rigor/arithmetic"}},
      {"src/rigor/networks",
       {"src/asymptest/require", "src/rigor/arithmetic", "src/rigor/matrices"}},
      {"src/rigor/certificates",
       {"src/asymptest/require", "src/rigor/arithmetic", "src/rigor/matrices",
        "src/rigor/networks"}},
      {"src/rigor/compilers",
       {"src/asymptest/require", "src/rigor/arithmetic", "src/rigor/matrices"}},
      {"src/commands",
       {"src/asymptest/require", "src/asymptest/random", "src/asymptest/data",
        "src/asymptest/report*", "src/asymptest/cli*", "src/rigor/*", "src/learning/data",
        "src/learning/neighbours", "src/learning/dimension"}},
      {"verify/shared",
       {"src/asymptest/require", "src/asymptest/linear_algebra", "src/asymptest/claim*",
        "src/asymptest/random", "src/learning/*"}},
      {"verify/*",
       {"src/asymptest/require", "src/asymptest/linear_algebra", "src/asymptest/claim*",
        "src/asymptest/random", "src/learning/*", "verify/shared"}},
      {"proofs_check",
       {"src/asymptest/require", "src/asymptest/claim*", "src/asymptest/random", "src/learning/*",
        "src/rigor/*"}},
      {"benchmarks/table",
       {"src/asymptest/require", "src/asymptest/process", "src/asymptest/claim*",
        "src/asymptest/inference/fit*", "src/asymptest/check/rows", "src/asymptest/data",
        "src/asymptest/estimate"}},
      {"benchmarks/designs", {"src/asymptest/*"}},
      {"benchmarks/yardsticks", {"src/asymptest/random", "src/learning/*"}},
      {"benchmarks", {"src/*", "benchmarks/yardsticks"}},
      {"tests", {"src/*"}},
  };
  return table;
}

bool matches(std::string_view pattern, std::string_view folder) {
  if (pattern.ends_with('*')) return folder.starts_with(pattern.substr(0, pattern.size() - 1));
  return pattern == folder;
}

/// The first `parts` components of a path.
std::string_view beginning(std::string_view path, int parts) {
  std::size_t at = 0;
  for (int i = 0; i < parts && at != std::string_view::npos; ++i) at = path.find('/', at + 1);
  return path.substr(0, at);
}

/// A test may ask what stands above its folder, as an oracle, within its own part of the tree.
bool is_oracle(std::string_view path, std::string_view to) {
  if (path.ends_with("_test.cpp") && to == "src/asymptest/testing") return true;
  const std::string_view part = beginning(path, path.starts_with("src/") ? 2 : 1);
  return path.ends_with("_test.cpp") && to.starts_with(part);
}

/// Headers are named from src/ (`asymptest/claim/claim.hpp`) or, in folders outside src/, from the
/// file's own folder.
std::string path_of_include(std::string_view including, std::string_view header) {
  for (const std::string_view tree : {"asymptest/", "learning/", "rigor/", "commands/"}) {
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
    // A pattern stands for folders that are not in the table by name.
    const std::string_view folder = layer.folder.ends_with('*') ? beginning(path, 2) : layer.folder;
    const bool inside = matches(layer.folder, folder) && path.starts_with(folder) &&
                        path.substr(folder.size()).starts_with('/');
    if (inside && folder.size() > best.size()) best = folder;
  }
  return std::string(best);
}

bool may_include(std::string_view from, std::string_view to) {
  if (from == to) return true;
  const auto layer = std::find_if(layers().begin(), layers().end(),
                                  [&](const Layer& l) { return matches(l.folder, from); });
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
    } else if (!may_include(from, to) && !is_oracle(path, to)) {
      found.push_back(
          fmt::format("{}: includes \"{}\", but {} may not include {}", path, header, from, to));
    }
  }
  return found;
}

std::string cycle_among(const Arrows& arrows) {
  // Takes away what includes nothing that is left: a cycle alone remains, and what leads to it.
  Arrows left = arrows;
  for (bool shrinks = true; shrinks;) {
    shrinks = std::erase_if(left, [&](const auto& unit) {
                return std::none_of(unit.second.begin(), unit.second.end(),
                                    [&](const std::string& to) { return left.contains(to); });
              }) > 0;
  }
  if (left.empty()) return "";
  std::vector<std::string> path{left.begin()->first};
  for (;;) {
    const auto& next = left.at(path.back());
    const std::string to = *std::find_if(
        next.begin(), next.end(), [&](const std::string& one) { return left.contains(one); });
    const auto start = std::find(path.begin(), path.end(), to) - path.begin();
    const bool closes = start < std::ssize(path);
    path.push_back(to);
    if (closes) return fmt::format("{}", fmt::join(path.begin() + start, path.end(), " -> "));
  }
}

namespace {

/// "src/rigor/arithmetic/interval" of "src/rigor/arithmetic/interval.hpp".
std::string unit_of(const std::string& path) { return path.substr(0, path.rfind('.')); }

void note_arrows(std::string_view path, std::string_view source, Arrows& arrows) {
  if (path.ends_with("_test.cpp")) return;
  const std::string unit = unit_of(std::string(path));
  for (const std::string& header : quoted_includes(source)) {
    const std::string other = unit_of(path_of_include(path, header));
    if (other != unit) arrows[unit].insert(other);
  }
}

}  // namespace

std::vector<std::string> violations_in(const std::filesystem::path& root) {
  std::vector<std::string> found;
  Arrows arrows;
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
      note_arrows(path, source, arrows);
    }
  }
  if (files == 0) throw std::runtime_error("no source file below " + root.string());
  if (const std::string cycle = cycle_among(arrows); !cycle.empty()) found.push_back(cycle);
  return found;
}

}  // namespace structure
