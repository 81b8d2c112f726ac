#include "asymptest/cli/input/claim_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "asymptest/experiment/fields.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::cli::claim_files_test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

class TakeCatalogue : public testing::Test {
 protected:
  std::string file(const std::string& name, const std::string& id, const std::string& more = "") {
    const auto path = folder_ / name;
    std::ofstream(path) << "id = '" << id << "'\n"
                        << more << R"(title = "t"
statement = "s"
source = "me"
assumes = ["it is so"]
sweep = { m = { geometric = [4, 64] } }
measure = { what = "w", command = ["true"] }
predict = { law = "theta m", within = 0.1, because = "b" }
controls = [{ name = "not-so", breaks = "it is so" }]
)";
    return path.string();
  }
  static std::vector<std::string> names(const Catalogue& catalogue) {
    std::vector<std::string> all;
    for (const Subject& one : catalogue.suite) all.push_back(one.name());
    return all;
  }

  TemporaryFolder folder_;
};

TEST_F(TakeCatalogue, LeavesTheWordsThatAreNoFiles) {
  std::vector<std::string> words{"slow", file("b.toml", "mine/b"), "-fast"};
  const Catalogue taken = take_catalogue(words);
  EXPECT_THAT(words, ElementsAre("slow", "-fast"));
  EXPECT_THAT(names(taken), ElementsAre("mine/b", "mine/b:not-so"));
  ASSERT_EQ(claims_of(taken).size(), 1U);
  EXPECT_EQ(claims_of(taken)[0]->id, "mine/b");
}

TEST_F(TakeCatalogue, TakesAFileOnceThatIsNamedTwice) {
  const std::string b = file("b.toml", "mine/b");
  file("a.toml", "mine/a");
  std::vector<std::string> words{b, folder_.path().string(), (folder_ / "./b.toml").string()};
  EXPECT_THAT(names(take_catalogue(words)),
              ElementsAre("mine/a", "mine/a:not-so", "mine/b", "mine/b:not-so"));
}

TEST_F(TakeCatalogue, RefusesAnIdThatTwoFilesHave) {
  std::vector<std::string> words{file("a.toml", "mine/a"), file("b.toml", "mine/a")};
  EXPECT_THAT([&] { take_catalogue(words); },
              ThrowsMessage<ClaimFileError>(
                  AllOf(HasSubstr("b.toml:1: id 'mine/a' is taken by"), HasSubstr("a.toml:1"))));
}

TEST_F(TakeCatalogue, RefusesACorrectionThatThereIsnt) {
  const std::string wrong = file("wrong.toml", "mine/wrong", "corrected_by = 'mine/right'\n");
  std::vector<std::string> words{wrong};
  EXPECT_THAT([&] { take_catalogue(words); },
              ThrowsMessage<ClaimFileError>(HasSubstr("corrected_by is 'mine/right'")));
  words = {wrong, file("right.toml", "mine/right")};
  EXPECT_NO_THROW(take_catalogue(words));
}

TEST_F(TakeCatalogue, IsTheProgramsOwnWithoutFiles) {
  std::vector<std::string> words{"slow"};
  EXPECT_EQ(take_catalogue(words).suite.size(), catalogue().suite.size());
}

}  // namespace
}  // namespace asymptest::cli::claim_files_test
