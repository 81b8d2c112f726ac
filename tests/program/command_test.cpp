// What a person gets to see: exit codes, messages, tables.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "asymptest/testing/temporary_folder.hpp"
#include "spawn.hpp"

namespace asymptest::command_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class CommandTest : public testing::Test {
 protected:
  Ended run(const std::vector<std::string>& arguments,
            const std::vector<std::string>& environment = {}) {
    return run_program(arguments, folder_.path(), environment);
  }
  /// The arguments are refused with this code, one line on standard error and nothing measured.
  void refuses(const std::vector<std::string>& arguments, int code, const std::string& message) {
    const Ended ended = run(arguments);
    EXPECT_EQ(ended.exit_code, code) << ended.errors;
    EXPECT_THAT(ended.errors, HasSubstr(message));
    EXPECT_THAT(ended.output, IsEmpty());
    EXPECT_FALSE(std::filesystem::exists(folder_ / "results"));
  }

  TemporaryFolder folder_;
};

constexpr int as_expected = 0, not_expected = 1, bad_input = 2, undecided = 3, nothing = 4;

TEST_F(CommandTest, AsDeclaredIsZero) {
  const Ended ended = run({"run", "fixture/inverse", "mistaken"});
  EXPECT_EQ(ended.exit_code, as_expected) << ended.errors;
  EXPECT_THAT(ended.output, HasSubstr("2 claims and 1 control came out as declared"));
  EXPECT_THAT(ended.output, HasSubstr("Report: report/index.html"));
}

TEST_F(CommandTest, AVerdictThatIsNotAsDeclaredIsOne) {
  const Ended ended = run({"run", "wrong/law"});
  EXPECT_EQ(ended.exit_code, not_expected);
  EXPECT_THAT(ended.output, HasSubstr("refuted, but it must be supported"));
  EXPECT_THAT(ended.output,
              HasSubstr("not for the declared reason, exponent of n in [0.75, 1.25]"));
}

TEST_F(CommandTest, AFailedTrialIsOneAndNamesItsPlace) {
  const Ended ended = run({"run", "broken/throws,fixture/inverse"});
  EXPECT_EQ(ended.exit_code, not_expected);
  EXPECT_THAT(ended.output, HasSubstr("n=64, trial 0"));
  EXPECT_THAT(ended.output, HasSubstr("the matrix is singular"));
  EXPECT_THAT(ended.output, HasSubstr("--seed 1` repeats it"));
  const Ended repeated = run({"run", "broken/throws", "--point", "n=64", "--trial", "0"});
  EXPECT_EQ(repeated.exit_code, not_expected);
  EXPECT_THAT(repeated.errors, HasSubstr("n=64, trial 0, seed 1: the trial threw: the matrix"));
  EXPECT_THAT(ended.output, HasSubstr("1 of 2 claims and 1 control came out as declared"));
}

TEST_F(CommandTest, UndecidedWithinTheBudgetIsThree) {
  const Ended ended = run({"run", "fixture/inverse", "--only", "claim", "--trials", "2"});
  EXPECT_EQ(ended.exit_code, undecided) << ended.output;
}

TEST_F(CommandTest, AMistypedNameIsFourWithASuggestion) {
  refuses({"run", "fixture/invrese"}, nothing, "did you mean fixture/inverse");
  refuses({"list", "fixture/invrese"}, nothing, "did you mean fixture/inverse");
  refuses({"show", "fixture/invrese"}, nothing, "did you mean fixture/inverse");
  refuses({"plan", "fixture/invrese"}, nothing, "did you mean fixture/inverse");
  refuses({"plan", "quite-another-thing-altogether"}, nothing, "`asymptest list` shows all names");
  refuses({"plan", "nonsense/*"}, nothing, "nothing matches 'nonsense/*'");
  refuses({"plan", "fixture/*", "--json"}, bad_input, "for one claim or control, not the ");
}

TEST_F(CommandTest, BadInputIsTwoAndNamesTheValue) {
  refuses({"run", "--tier", "slow"}, bad_input, "tier 'slow' is unknown");
  refuses({"run", "--seed", "x"}, bad_input, "--seed");
  refuses({"run", "--jobs", "0"}, bad_input, "--jobs");
  refuses({"run", "--alpha", "0.7"}, bad_input, "0.7");
  refuses({"run", "--only", "nonsense"}, bad_input, "--only is 'nonsense'");
  refuses({"run", "--trials", "0"}, bad_input, "--trials");
  refuses({"run", "--colour"}, bad_input, "--colour");
  refuses({"run", "fixture/inverse", "--point", "n=16"}, bad_input, "--trial");
  refuses({"run", "fixture/inverse", "--point", "m=16", "--trial", "0"}, bad_input, "axes");
  refuses({"run", "fixture/inverse", "--point", "n=x", "--trial", "0"}, bad_input, "n=x");
  refuses({"run", "--point", "n=16", "--trial", "0"}, bad_input, "one claim or control");
  refuses({"measure"}, bad_input, "");
  refuses({}, bad_input, "");
}

TEST_F(CommandTest, AStoreThatCannotBeUsedIsTwoAndLeftAlone) {
  refuses({"run", "--store", "none/store.sqlite"}, bad_input, "there is no folder 'none'");
  refuses({"run", "--store", "."}, bad_input, "is a folder");
  refuses({"report", "--store", "none.sqlite"}, bad_input, "is not there");
  const auto file = folder_ / "notes.txt";
  const std::string notes(200, 'x');
  std::ofstream(file) << notes;
  refuses({"run", "--store", "notes.txt"}, bad_input, "not an SQLite file");
  refuses({"report", "--store", "notes.txt"}, bad_input, "not an SQLite file");
  std::stringstream after;
  after << std::ifstream(file).rdbuf();
  EXPECT_EQ(after.str(), notes);
}

TEST_F(CommandTest, ReportBeforeAnythingIsMeasuredIsFour) {
  refuses({"report"}, nothing, "nothing was measured yet");
}

TEST_F(CommandTest, TrialsOfAnEditedClaimAreRefusedUntilMeasuredAfresh) {
  ASSERT_EQ(run({"run", "fixture/edited"}).exit_code, as_expected);
  const std::vector<std::string> edit{"FIXTURE_REVISION=2"};
  const Ended refused = run({"run", "fixture/edited"}, edit);
  EXPECT_EQ(refused.exit_code, bad_input);
  EXPECT_THAT(refused.errors, AllOf(HasSubstr("another definition of fixture/edited"),
                                    HasSubstr("asymptest run fixture/edited,fixture/edited:flat "
                                              "--fresh"),
                                    HasSubstr("--store")));
  EXPECT_EQ(run({"run", "fixture/inverse"}, edit).exit_code, as_expected);
  EXPECT_EQ(run({"run", "fixture/edited", "--fresh"}, edit).exit_code, as_expected);
  EXPECT_EQ(run({"run", "fixture/edited"}, edit).exit_code, as_expected);
}

TEST_F(CommandTest, ReportShowsTheNewestSeedUnlessOneIsNamed) {
  run({"run", "fixture/inverse", "--seed", "5"});
  run({"run", "fixture/inverse", "--seed", "6"});
  EXPECT_THAT(run({"report", "--json"}).output, HasSubstr("\"seed\": 6"));
  EXPECT_THAT(run({"report", "--json", "--seed", "5"}).output, HasSubstr("\"seed\": 5"));
  EXPECT_EQ(run({"report", "--seed", "7"}).exit_code, nothing);
}

TEST_F(CommandTest, ShowTellsTheDeclarationThenTheLastVerdict) {
  const Ended before = run({"show", "fixture/inverse"});
  EXPECT_EQ(before.exit_code, as_expected);
  EXPECT_THAT(before.output, AllOf(HasSubstr("a fifth of the gap"), HasSubstr("must show exponent"),
                                   HasSubstr("Not measured yet")));
  run({"run", "fixture/inverse"});
  EXPECT_THAT(run({"show", "fixture/inverse:flat"}).output, HasSubstr("Last verdict"));
  EXPECT_THAT(run({"show", "fixture/inverse", "--json"}).output,
              HasSubstr("\"outcome\": \"supported\""));
}

TEST_F(CommandTest, ListGivesNamesLabelsAndJson) {
  EXPECT_THAT(run({"list", "--labels"}).output,
              HasSubstr("fixture/inverse:flat control,fixture,quick"));
  EXPECT_THAT(run({"list", "fixture/inverse", "--only", "controls"}).output,
              AllOf(HasSubstr("fixture/inverse:flat"), Not(HasSubstr("log-normal"))));
  EXPECT_THAT(run({"list", "--json"}).output, HasSubstr("\"name\": \"fixture/mistaken\""));
}

TEST_F(CommandTest, ProofsAreListedRunShownAndReported) {
  EXPECT_THAT(run({"list", "--labels"}).output, HasSubstr("proof/doubling proof,proof,quick"));
  EXPECT_THAT(run({"show", "proof/doubling"}).output, HasSubstr("Not checked yet"));
  const Ended ran = run({"run", "proof/doubling"});
  EXPECT_EQ(ran.exit_code, as_expected) << ran.errors;
  EXPECT_THAT(ran.output, HasSubstr("1 of 1 theorem hold, verified exactly on instances"));
  EXPECT_THAT(run({"show", "proof/doubling"}).output, HasSubstr("Holds: 1 step holds"));
  EXPECT_THAT(run({"report"}).output, HasSubstr("proof/doubling"));
  EXPECT_THAT(run({"run", "--only", "proofs"}).output, Not(HasSubstr("fixture")));
}

TEST_F(CommandTest, TheTableFitsAHundredColumnsAndALogHasNoControlCodes) {
  const Ended ended = run({"run"});
  std::stringstream lines(ended.output);
  for (std::string line; std::getline(lines, line);) {
    std::size_t columns = 0;
    for (const char byte : line) columns += (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
    EXPECT_LE(columns, 100U) << line;
  }
  EXPECT_THAT(ended.output + ended.errors, AllOf(Not(HasSubstr("\033")), Not(HasSubstr("\r"))));
}

TEST_F(CommandTest, JsonIsAllThatIsPrinted) {
  const Ended ended = run({"run", "fixture/inverse", "--json"});
  EXPECT_EQ(ended.output.front(), '{');
  EXPECT_EQ(ended.output.substr(ended.output.size() - 2), "}\n");
}

TEST_F(CommandTest, EveryCommandHasHelp) {
  for (const char* command : {"run", "list", "show", "report"}) {
    const Ended ended = run({command, "--help"});
    EXPECT_EQ(ended.exit_code, as_expected);
    EXPECT_THAT(ended.output, HasSubstr("--json"));
  }
}

}  // namespace
}  // namespace asymptest::command_test
