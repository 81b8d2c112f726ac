#include "asymptest/cli/input/claim_files.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <set>
#include <utility>

#include "asymptest/experiment/claim_file.hpp"

namespace asymptest::cli {
namespace {

namespace fs = std::filesystem;

void add_claims_of(const std::string& file, Registry& registry) {
  for (Claim& claim : read_claim_file(file)) {
    if (const Claim* other = registry.find(claim.id)) {
      throw ClaimFileError(fmt::format("{}: id '{}' is taken by {}, expected one of its own",
                                       claim.declared_at, claim.id, other->declared_at));
    }
    registry.add(std::move(claim));
  }
}

/// An erratum names the claim that is true instead: one of these files or of this program.
void require_corrections(const Registry& files) {
  for (const Claim* claim : files.claims()) {
    const std::string& id = claim->corrected_by;
    if (id.empty() || files.find(id) != nullptr || registry().find(id) != nullptr) continue;
    throw ClaimFileError(fmt::format(
        "{}: corrected_by is '{}', expected the id of a claim of these files or of this program",
        claim->declared_at, id));
  }
}

}  // namespace

Catalogue take_catalogue(std::vector<std::string>& words) {
  std::vector<std::string> files;
  std::set<fs::path> known;
  std::erase_if(words, [&](const std::string& word) {
    if (!names_claim_files(word)) return false;
    for (const std::string& file : claim_files_of(word)) {
      // "./width.toml" is the same as "width.toml".
      if (known.insert(fs::weakly_canonical(file)).second) files.push_back(file);
    }
    return true;
  });
  if (files.empty()) return catalogue();
  const auto of_files = std::make_shared<Registry>();
  for (const std::string& file : files) add_claims_of(file, *of_files);
  require_corrections(*of_files);
  return {of_files->subjects(), {}, of_files};
}

std::vector<const Claim*> claims_of(const Catalogue& catalogue) {
  std::vector<const Claim*> claims;
  for (const Subject& subject : catalogue.suite) {
    if (subject.control == nullptr) claims.push_back(subject.claim);
  }
  return claims;
}

}  // namespace asymptest::cli
