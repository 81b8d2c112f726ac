#include "asymptest/experiment/claim_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::claim_file_test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

const std::string one = R"(
[[claims]]
id = "mine/ID"
title = "t"
statement = "s"
source = "me"
sweep = { m = { geometric = [4, 64] } }
measure = { what = "w", command = ["true"] }
predict = { law = "theta m", within = 0.1, because = "b" }
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

TEST(ClaimFile, MayDeclareSeveralClaims) {
  const auto claims = claims_in(with(one, "ID", "first") + with(one, "ID", "second"), "two.toml");
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[1].id, "mine/second");
  EXPECT_EQ(claims[1].declared_at, "two.toml:11");
}

TEST(ClaimFile, ATextThatIsNoTomlIsRefusedAtItsLine) {
  EXPECT_THAT([] { claims_in("a = 1\n[budget\n", "width.toml"); },
              ThrowsMessage<ClaimFileError>(HasSubstr("width.toml:2: no TOML")));
  EXPECT_THAT([] { claims_in("a = 1\n[$x]\n", "width.toml"); },
              ThrowsMessage<ClaimFileError>(
                  AllOf(HasSubstr("width.toml:2: no TOML"), HasSubstr("saw '$'"))));
  EXPECT_THAT([] { claims_in("a = 1\n\xEF\xAD\xBF", "width.toml"); },
              ThrowsMessage<ClaimFileError>(
                  AllOf(HasSubstr("width.toml:2: no TOML"), HasSubstr("saw '\xEF\xAD\xBF'"))));
  EXPECT_THAT([] { claims_in("", "width.toml"); },
              ThrowsMessage<ClaimFileError>(HasSubstr("id is missing")));
}

TEST(ClaimFiles, AreFoundInAFolderAndItsFolders) {
  const TemporaryFolder folder;
  const auto write = [&](const std::string& name, const std::string& text) {
    std::filesystem::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << text;
  };
  write("b.toml", one);
  write("deeper/a.toml", one);
  write("pyproject.toml", "[project]\nname = \"x\"\n");
  write(".hidden/c.toml", one);
  EXPECT_THAT(claim_files_of(folder.path().string()),
              ElementsAre((folder / "b.toml").string(), (folder / "deeper/a.toml").string()));
  EXPECT_TRUE(names_claim_files(folder.path().string()));
  EXPECT_TRUE(names_claim_files("missing.toml"));
  EXPECT_FALSE(names_claim_files("covering"));
  EXPECT_FALSE(names_claim_files("/proc/self/fd"));
  EXPECT_THAT(claim_files_of("missing.toml"), ElementsAre("missing.toml"));
  EXPECT_THROW(read_claim_file("missing.toml"), ClaimFileError);
}

}  // namespace
}  // namespace asymptest::claim_file_test
