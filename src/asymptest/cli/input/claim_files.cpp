#include "asymptest/cli/input/claim_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "asymptest/experiment/claim_file.hpp"

namespace asymptest::cli {
namespace {

void add_claims_of(const std::string& file, Registry& registry) {
  for (Claim& claim : read_claim_file(file)) {
    if (const Claim* other = registry.find(claim.id)) {
      throw ClaimFileError(fmt::format("{}: id '{}' is taken by {}, expected one of its own",
                                       claim.declared_at, claim.id, other->declared_at));
    }
    registry.add(std::move(claim));
  }
}

}  // namespace

Catalogue take_catalogue(std::vector<std::string>& words) {
  std::vector<std::string> files;
  std::erase_if(words, [&](const std::string& word) {
    if (!names_claim_files(word)) return false;
    for (std::string& file : claim_files_of(word)) {
      if (std::find(files.begin(), files.end(), file) == files.end())
        files.push_back(std::move(file));
    }
    return true;
  });
  if (files.empty()) return catalogue();
  const auto registry = std::make_shared<Registry>();
  for (const std::string& file : files) add_claims_of(file, *registry);
  return {registry->subjects(), {}, registry};
}

std::vector<const Claim*> claims_of(const Catalogue& catalogue) {
  std::vector<const Claim*> claims;
  for (const Subject& subject : catalogue.suite) {
    if (subject.control == nullptr) claims.push_back(subject.claim);
  }
  return claims;
}

}  // namespace asymptest::cli
