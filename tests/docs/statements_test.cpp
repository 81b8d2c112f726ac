#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "asymptest/claim/proof.hpp"
#include "asymptest/claim/registry.hpp"

namespace docs::statements_test {
namespace {

std::string text_of(const char* page) {
  std::ifstream stream(std::filesystem::path(SOURCE_DIR) / page);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// What stands between backticks and has a slash: the names of claims and proofs.
std::set<std::string> names_in(const std::string& page) {
  static const std::regex name(R"re(`([a-z0-9-]+/[a-z0-9-]+\*?)`)re");
  std::set<std::string> names;
  for (std::sregex_iterator at(page.begin(), page.end(), name), end; at != end; ++at) {
    names.insert((*at)[1]);
  }
  return names;
}

/// Whether there is a subject of that name, or with that beginning if it ends in '*'.
bool is_among(std::string name, const std::vector<std::string>& subjects) {
  const bool family = name.ends_with('*');
  if (family) name.pop_back();
  return std::any_of(subjects.begin(), subjects.end(), [&](const std::string& subject) {
    return family ? subject.starts_with(name) : subject == name;
  });
}

std::vector<std::string> all_subjects() {
  std::vector<std::string> subjects;
  for (const auto* claim : asymptest::registry().claims()) subjects.push_back(claim->id);
  for (const auto* proof : asymptest::proof_registry().proofs()) subjects.push_back(proof->id);
  return subjects;
}

TEST(Statements, NameClaimsThatThereAre) {
  const std::vector<std::string> subjects = all_subjects();
  const std::set<std::string> names = names_in(text_of("docs/statements.md"));
  EXPECT_GT(names.size(), 80U);
  for (const std::string& name : names) EXPECT_TRUE(is_among(name, subjects)) << name;
}

TEST(Statements, NameEveryErratum) {
  const std::string page = text_of("docs/statements.md");
  for (const auto* claim : asymptest::registry().claims()) {
    if (!claim->is_erratum()) continue;
    EXPECT_THAT(page, testing::HasSubstr('`' + claim->id + '`'));
  }
}

TEST(TheoryRigor, HasARowForEveryProof) {
  const std::string page = text_of("docs/theory-rigor.md");
  for (const auto* proof : asymptest::proof_registry().proofs()) {
    EXPECT_THAT(page, testing::HasSubstr("\n| `" + proof->id + "` |"));
  }
}

TEST(Statements, AnUnknownNameIsNoticed) {
  const std::vector<std::string> subjects{"covering/torus-1", "covering/torus-2"};
  EXPECT_THAT(names_in("of `covering/torus-*` and `covering/cube`, not `x`"),
              testing::ElementsAre("covering/cube", "covering/torus-*"));
  EXPECT_TRUE(is_among("covering/torus-*", subjects));
  EXPECT_FALSE(is_among("covering/torus", subjects));
  EXPECT_FALSE(is_among("covering/cube", subjects));
}

}  // namespace
}  // namespace docs::statements_test
