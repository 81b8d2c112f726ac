#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "asymptest/claim/registry.hpp"

namespace structure::claims_test {
namespace {

using asymptest::Claim;
using asymptest::Expectation;
using asymptest::Factor;
using asymptest::PowerLaw;
using asymptest::Prediction;
using asymptest::Rival;
using asymptest::ValueLaw;

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

/// The lines of the file that a claim stands in.
std::vector<std::string> lines_around(const Claim& claim) {
  const std::string file = claim.declared_at.substr(0, claim.declared_at.rfind(':'));
  std::ifstream stream(std::filesystem::path(SOURCE_DIR) / file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// An id that is put together is written nowhere.
TEST(Claims, AreSaidToStandWhereTheirIdIsWritten) {
  for (const Claim* claim : asymptest::registry().claims()) {
    const auto lines = lines_around(*claim);
    const auto written = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
      return line.find(".id = \"" + claim->id + '"') != std::string::npos;
    });
    if (written == lines.end()) continue;
    EXPECT_TRUE(claim->declared_at.ends_with(fmt::format(":{}", written - lines.begin() + 1)))
        << claim->declared_at;
  }
}

TEST(Claims, StandInTheirTopicsPage) {
  for (const Claim* claim : asymptest::registry().claims()) {
    EXPECT_THAT(page_of(*claim), testing::HasSubstr('`' + claim->id + '`')) << claim->declared_at;
  }
}

/// What a prediction says of a factor's exponent or, of a value, of the deviation from it; none
/// where nothing is held against one number.
std::optional<double> predicted(const Prediction& predict, std::string_view factor) {
  if (std::holds_alternative<ValueLaw>(predict.kind())) return 0;
  const auto* law = std::get_if<PowerLaw>(&predict.kind());
  if (law == nullptr) return std::nullopt;
  for (const Factor& one : law->factors) {
    if (factor.empty() || one.name == factor) return one.exponent;
  }
  return std::nullopt;
}

/// The rivals that the band does not exclude.
std::vector<double> rivals_within(const Prediction& predict) {
  std::vector<double> within;
  const std::optional<double> centre = predicted(predict, "");
  for (const Rival& rival : predict.rivals()) {
    if (centre && std::abs(rival.value - *centre) < predict.band()) within.push_back(rival.value);
  }
  return within;
}

/// Whether a control that shows what the claim predicts would be as expected.
bool takes_the_claim_itself(const Expectation& expect, const Prediction& predict) {
  const std::optional<double> centre = predicted(predict, expect.factor);
  return centre && expect.lower <= *centre && *centre <= expect.upper;
}

TEST(Claims, HaveABandThatExcludesTheirRivals) {
  for (const Claim* claim : asymptest::registry().claims()) {
    EXPECT_THAT(rivals_within(claim->predict), testing::IsEmpty()) << claim->id;
  }
  const Prediction wide = asymptest::theta({{"n", -0.5}}).within(0.3).rival(-1).rival(-0.25);
  EXPECT_THAT(rivals_within(wide), testing::ElementsAre(-0.25));
}

TEST(Claims, HaveControlsThatExpectSomethingElse) {
  for (const Claim* claim : asymptest::registry().claims()) {
    for (const asymptest::Subject& subject : asymptest::subjects_of(*claim)) {
      if (subject.must_be_supported()) continue;
      // What its polarity withholds need show nothing.
      if (subject.control != nullptr && subject.control->stopped_by) continue;
      EXPECT_FALSE(takes_the_claim_itself(subject.expect(), subject.predict())) << subject.name();
    }
  }
  const Prediction fall = asymptest::theta({{"n", -0.5}}).within(0.1);
  EXPECT_TRUE(takes_the_claim_itself(asymptest::near(0, 100), fall));
  EXPECT_FALSE(takes_the_claim_itself(asymptest::near(0, 0.1), fall));
}

TEST(Claims, AFileOfAnotherNameIsNoticed) {
  EXPECT_TRUE(belongs("covering/torus", "covering/torus"));
  EXPECT_TRUE(belongs("covering/torus-constant", "covering/torus"));
  EXPECT_FALSE(belongs("covering/toruses", "covering/torus"));
  EXPECT_FALSE(belongs("covering/torus", "hessian/torus"));
}

}  // namespace
}  // namespace structure::claims_test
