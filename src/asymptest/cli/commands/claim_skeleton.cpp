#include "asymptest/cli/commands/claim_skeleton.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "asymptest/claim/claim.hpp"

namespace asymptest::cli {
namespace {

void require_id(std::string_view id) {
  if (is_claim_id(id)) return;
  throw std::invalid_argument(
      fmt::format("claim '{}' is no topic/name in lower case, digits and dashes, such as "
                  "covering/covering-mean-torus-3",
                  id));
}

std::string name_in(std::string_view id) {
  std::string name(id.substr(id.find('/') + 1));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string claim_skeleton(std::string_view id) {
  require_id(id);
  std::string source(skeleton_source());
  replace_all(source, "own_namespace", name_in(id) + "_claim");
  replace_all(source, "skeleton_name", "claim_" + name_in(id));
  replace_all(source, "skeleton/name", id);
  return source;
}

ExperimentSkeleton experiment_skeleton(std::string_view id) {
  require_id(id);
  const std::string name(id.substr(id.find('/') + 1));
  ExperimentSkeleton skeleton{name + ".toml", name + ".py", std::string(skeleton_toml()),
                              std::string(skeleton_py())};
  replace_all(skeleton.claim, "skeleton.toml", skeleton.claim_file.string());
  replace_all(skeleton.claim, "skeleton.py", skeleton.program_file.string());
  replace_all(skeleton.claim, "skeleton/name", id);
  return skeleton;
}

std::filesystem::path claim_file(std::string_view id) {
  require_id(id);
  return std::filesystem::path(id.substr(0, id.find('/'))) / (name_in(id) + ".cpp");
}

}  // namespace asymptest::cli
