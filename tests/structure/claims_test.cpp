#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "asymptest/claim/registry.hpp"

namespace structure::claims_test {
namespace {

using asymptest::Claim;

std::string with_dashes(std::string text) {
  std::replace(text.begin(), text.end(), '_', '-');
  return text;
}

/// "covering/torus" of "verify/covering/torus.cpp:20"; empty for a claim declared elsewhere.
std::string place_of(const Claim& claim) {
  constexpr std::string_view tree = "verify/";
  const std::string& at = claim.declared_at;
  if (!at.starts_with(tree)) return "";
  return with_dashes(at.substr(tree.size(), at.rfind(".cpp") - tree.size()));
}

/// A file holds the claim of its name, or a family whose names begin with it.
bool belongs(const std::string& id, const std::string& place) {
  return id == place || id.starts_with(place + '-');
}

std::string page_of(const Claim& claim) {
  std::string folder = claim.topic();
  std::replace(folder.begin(), folder.end(), '-', '_');
  std::ifstream stream(std::filesystem::path(SOURCE_DIR) / "verify" / folder / "README.md");
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Claims, AreAllRegistered) {
  EXPECT_THAT(asymptest::registration_errors(), testing::IsEmpty());
  EXPECT_GT(asymptest::registry().claims().size(), 50U);
}

TEST(Claims, StandInTheFileOfTheirName) {
  for (const Claim* claim : asymptest::registry().claims()) {
    EXPECT_TRUE(belongs(claim->id, place_of(*claim))) << claim->id << ": " << claim->declared_at;
  }
}

/// "torus_claim" of "verify/covering/torus.cpp:20".
std::string own_namespace(const Claim& claim) {
  const std::filesystem::path file = claim.declared_at.substr(0, claim.declared_at.rfind(':'));
  return file.stem().string() + "_claim";
}

// Several claims are compiled as one unit.
TEST(Claims, KeepTheirNamesInANamespaceOfTheirOwn) {
  for (const Claim* claim : asymptest::registry().claims()) {
    const std::string file = claim->declared_at.substr(0, claim->declared_at.rfind(':'));
    std::ifstream stream(std::filesystem::path(SOURCE_DIR) / file);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_THAT(text, testing::HasSubstr("::" + own_namespace(*claim) + " {\n")) << file;
  }
}

TEST(Claims, StandInTheirTopicsPage) {
  for (const Claim* claim : asymptest::registry().claims()) {
    EXPECT_THAT(page_of(*claim), testing::HasSubstr('`' + claim->id + '`')) << claim->declared_at;
  }
}

TEST(Claims, AFileOfAnotherNameIsNoticed) {
  EXPECT_TRUE(belongs("covering/torus", "covering/torus"));
  EXPECT_TRUE(belongs("covering/torus-constant", "covering/torus"));
  EXPECT_FALSE(belongs("covering/toruses", "covering/torus"));
  EXPECT_FALSE(belongs("covering/torus", "hessian/torus"));
}

}  // namespace
}  // namespace structure::claims_test
