#include "asymptest/fingerprint/source_closure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::source_closure_test {
namespace {

using testing::ElementsAre;

TEST(CodeOf, DropsCommentsAndFoldsWhiteSpace) {
  EXPECT_EQ(code_of("int  a;  // one\n/* two\n */ int b;"), "int a; int b;");
  EXPECT_EQ(code_of("f(\"a  // b\", 'c', 1'000); // d"), "f(\"a  // b\", 'c', 1'000);");
  EXPECT_EQ(code_of("R\"x(a  \" // )x\"  +  \"\\\"  \""), "R\"x(a  \" // )x\" + \"\\\"  \"");
}

/// Two claims, an instrument of one of them, an instrument of both, and what neither measures by.
class Tree : public testing::Test {
 protected:
  Tree() {
    write("verify/a/one.cpp", "#include \"trials.hpp\"\n#include \"asymptest/claim/claim.hpp\"\n");
    write("verify/a/trials.hpp", "#include \"learning/shared.hpp\"\n");
    write("verify/a/trials.cpp", "#include \"trials.hpp\"\n#include \"learning/own.hpp\"\n");
    write("verify/a/two.cpp", "#include \"learning/shared.hpp\"\n#include <vector>\n");
    for (const char* name : {"own", "shared", "idle"}) {
      write(std::string("src/learning/") + name + ".hpp", "int declared();");
      write(std::string("src/learning/") + name + ".cpp",
            std::string("#include \"learning/") + name + ".hpp\"\nint declared() { return 1; }");
    }
    write("src/asymptest/claim/claim.hpp", "struct Claim;");
    before_ = both();
  }

  void write(const std::string& file, const std::string& text) {
    std::filesystem::create_directories((folder_.path() / file).parent_path());
    std::ofstream(folder_.path() / file) << text;
  }

  [[nodiscard]] std::pair<std::string, std::string> both() const {
    SourceClosure closure(folder_.path());
    return {closure.fingerprint("verify/a/one.cpp"), closure.fingerprint("verify/a/two.cpp")};
  }

  /// Which of the two claims an edit has reached.
  std::pair<bool, bool> reached_by(const std::string& file, const std::string& text) {
    write(file, text);
    const auto after = both();
    return {after.first != before_.first, after.second != before_.second};
  }

  TemporaryFolder folder_;
  std::pair<std::string, std::string> before_;
};

TEST_F(Tree, IsAnotherForAnotherProcessor) {
  SourceClosure usual(folder_.path(), ""), other(folder_.path(), "processor x86-64");
  EXPECT_EQ(usual.fingerprint("verify/a/one.cpp"), before_.first);
  EXPECT_NE(other.fingerprint("verify/a/one.cpp"), before_.first);
}

using Reached = std::pair<bool, bool>;

TEST_F(Tree, IsWhatAClaimIsCompiledFrom) {
  SourceClosure closure(folder_.path());
  EXPECT_THAT(
      closure.of("verify/a/two.cpp"),
      ElementsAre("src/learning/shared.cpp", "src/learning/shared.hpp", "verify/a/two.cpp"));
}

TEST_F(Tree, FollowsADirectiveHoweverItIsSpaced) {
  write("verify/a/two.cpp",
        "// #include \"learning/idle.hpp\"\n #\tinclude  "
        "\"learning/own.hpp\"\n#include\"missing.hpp");
  SourceClosure closure(folder_.path());
  EXPECT_THAT(closure.of("verify/a/two.cpp"),
              ElementsAre("src/learning/own.cpp", "src/learning/own.hpp", "verify/a/two.cpp"));
}

TEST_F(Tree, FollowsTheFrameworkIntoTheRoomsByWhichATrialMeasures) {
  for (const char* room : {"random", "linear_algebra"}) {
    const std::string header = std::string("asymptest/") + room + "/used.hpp";
    write("src/" + header, "int used();");
    write("verify/a/two.cpp", "#include \"" + header + "\"\n");
    SourceClosure closure(folder_.path());
    EXPECT_THAT(closure.of("verify/a/two.cpp"), ElementsAre("src/" + header, "verify/a/two.cpp"));
  }
}

TEST_F(Tree, AnEditOfAnInstrumentReachesTheClaimsThatUseItAndNoOther) {
  EXPECT_EQ(reached_by("src/learning/own.cpp", "int declared() { return 2; }"),
            (Reached{true, false}));
}

TEST_F(Tree, AnEditOfASharedInstrumentReachesAll) {
  EXPECT_EQ(reached_by("src/learning/shared.cpp", "int declared() { return 2; }"),
            (Reached{true, true}));
}

TEST_F(Tree, AnEditOfAHelperReachesItsClaim) {
  EXPECT_EQ(reached_by("verify/a/trials.cpp", "#include \"learning/own.hpp\"\nint x;"),
            (Reached{true, false}));
}

TEST_F(Tree, WhatMeasuresNothingReachesNone) {
  EXPECT_EQ(reached_by("src/learning/idle.cpp", "int declared() { return 2; }"),
            (Reached{false, false}));
  EXPECT_EQ(reached_by("src/asymptest/claim/claim.hpp", "struct Claim {};"),
            (Reached{false, false}));
  EXPECT_EQ(reached_by("src/learning/shared.hpp", "int  declared();  // of the field\n"),
            (Reached{false, false}));
}

}  // namespace
}  // namespace asymptest::source_closure_test
