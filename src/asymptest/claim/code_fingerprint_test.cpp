#include "asymptest/claim/code_fingerprint.hpp"

#include <gtest/gtest.h>

#include "asymptest/claim/claim.hpp"

namespace asymptest::code_fingerprint_test {
namespace {

constexpr FileFingerprint known[] = {{"verify/a/one.cpp", "11"}, {"verify/a/two.cpp", "22"}};
const RegisteredFingerprints registered{known};

TEST(CodeFingerprint, IsThatOfTheFile) {
  EXPECT_EQ(code_fingerprint("verify/a/one.cpp:20"), "11");
  EXPECT_EQ(code_fingerprint("verify/a/two.cpp:7"), "22");
  EXPECT_EQ(code_fingerprint("verify/a/three.cpp:7"), "");
}

TEST(CodeFingerprint, IsAPartOfTheDigest) {
  const auto digest_at = [](const std::string& declared_at) {
    const Claim claim{.id = "a/one",
                      .sweep = {axis("n", "samples").geometric(2, 8)},
                      .predict = theta({{"n", -1}}).within(0.1).because("test"),
                      .declared_at = declared_at};
    return subjects_of(claim)[0].digest();
  };
  EXPECT_EQ(digest_at("verify/a/one.cpp:20"), digest_at("verify/a/one.cpp:21"));
  EXPECT_NE(digest_at("verify/a/one.cpp:20"), digest_at("verify/a/two.cpp:20"));
}

}  // namespace
}  // namespace asymptest::code_fingerprint_test
