#include "asymptest/engine/records/provenance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::provenance_test {
namespace {

using testing::MatchesRegex;

TEST(Provenance, SaysWhatProgramAndWhen) {
  const Provenance provenance = provenance_of_this_program(5, Tier::standard);
  EXPECT_THAT(provenance.version, MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+"));
  EXPECT_THAT(provenance.commit, MatchesRegex("[0-9a-f]{12}|unknown"));
  EXPECT_THAT(provenance.compiler, MatchesRegex("[A-Za-z]+ [0-9.]+"));
  EXPECT_THAT(provenance.measured_at, MatchesRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z"));
  EXPECT_EQ(provenance.seed, 5U);
  EXPECT_EQ(provenance.tier, "standard");
}

TEST(Provenance, IsOneLineForPeople) {
  EXPECT_THAT(version_text(), MatchesRegex("asymptest [0-9.]+ \\(commit ([0-9a-f]{12}|unknown), "
                                           "[A-Za-z]+ [0-9.]+\\)"));
}

TEST(Provenance, ReadsTheProcessorsName) {
  EXPECT_EQ(processor_name("processor\t: 0\nmodel name\t: Good Chip 3000\nflags\t: fpu\n"),
            "Good Chip 3000");
  EXPECT_EQ(processor_name("processor\t: 0\n"), "unknown");
  EXPECT_EQ(processor_name(""), "unknown");
}

}  // namespace
}  // namespace asymptest::provenance_test
