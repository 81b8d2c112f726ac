// Claims from a file, measured by programs, as a person runs them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): POSIX's kill

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <thread>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/testing/temporary_folder.hpp"
#include "record_text.hpp"
#include "spawn.hpp"

namespace asymptest::experiment_test {
namespace {

using cli::as_expected;
using cli::bad_input;
using cli::not_expected;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A law that a shell can measure: 1/m, with a bit of noise from the seed. The trial takes note of
/// each time it is run.
constexpr const char* inverse = R"(id = "mine/inverse"
title = "One over m"
statement = "1/m"
source = "nobody"
assumes = ["it is divided"]

[sweep.m]
geometric = [1, 16]

[measure]
what = "a number"
command = ["sh", "trial.sh", "{m}", "{seed}", "{power}"]
parameters = { power = -1 }

[predict]
law = "theta m^-1"
within = 0.1
because = "it is a test"

[budget]
first = 8
quick = 32

[[controls]]
name = "not-divided"
breaks = "it is divided"
expect = { near = 0, tolerance = 0.5, because = "no power of m" }
parameters = { power = 0 }
)";

constexpr const char* trial = R"(echo x >> runs
awk -v m="$1" -v s="$2" -v p="$3" 'BEGIN { print (1 + (s % 1000) / 100000) * m ^ p }'
)";

class Experiment : public testing::Test {
 protected:
  Experiment() {
    write("inverse.toml", inverse);
    write("trial.sh", trial);
  }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
  }
  Ended run(std::vector<std::string> arguments) {
    if (arguments.front() == "run") arguments.emplace_back("--no-report");
    return run_program(arguments, folder_.path());
  }
  /// How many trials the program has measured so far.
  std::size_t runs() const {
    std::ifstream stream(folder_ / "runs");
    std::string line;
    std::size_t count = 0;
    while (std::getline(stream, line)) ++count;
    return count;
  }

  TemporaryFolder folder_;
};

/// A table without its last column: the seconds, or that the trials were stored.
std::string without_costs(const std::string& table) {
  return std::regex_replace(table, std::regex(" +([0-9.]+|stored)\n"), "\n");
}

TEST_F(Experiment, IsDecidedStoredAndReported) {
  const Ended first = run({"run", "inverse.toml"});
  EXPECT_EQ(first.exit_code, as_expected) << first.errors << first.output;
  EXPECT_THAT(first.output, AllOf(HasSubstr("supported"), HasSubstr("not-divided"),
                                  HasSubstr("1 claim and 1 control"), Not(HasSubstr("fixture"))));
  const std::size_t measured = runs();
  EXPECT_GE(measured, 2U * 5 * 8);
  const std::string again = run({"run", "inverse.toml"}).output;
  EXPECT_THAT(again, HasSubstr(" stored\n"));
  EXPECT_EQ(without_costs(again), without_costs(first.output));
  EXPECT_EQ(runs(), measured);
  EXPECT_EQ(run({"report", "inverse.toml"}).exit_code, as_expected);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "report" / "index.html"));
  EXPECT_THAT(run({"show", "inverse.toml"}).output, HasSubstr("Last verdict"));
}

TEST_F(Experiment, IsRegisteredBeforeItsFirstTrial) {
  run({"run", "inverse.toml"});
  EXPECT_THAT(run({"show", "inverse.toml"}).output,
              AllOf(HasSubstr("registered   20"), HasSubstr("first trial 20"),
                    Not(HasSubstr("other definition"))));
  write("inverse.toml", std::regex_replace(inverse, std::regex("within = 0.1"), "within = 0.2"));
  EXPECT_THAT(run({"show", "inverse.toml"}).output, Not(HasSubstr("registered")));
  run({"run", "inverse.toml", "--fresh"});
  EXPECT_THAT(run({"show", "inverse.toml"}).output, HasSubstr("after 1 other definition"));
}

TEST_F(Experiment, IsListedShownAndPlanned) {
  EXPECT_THAT(run({"list", "inverse.toml"}).output, HasSubstr("mine/inverse:not-divided"));
  EXPECT_THAT(run({"list", "."}).output, HasSubstr("mine/inverse"));
  EXPECT_THAT(run({"show", "inverse.toml", "mine/inverse"}).output,
              HasSubstr("`asymptest run inverse.toml mine/inverse`"));
  EXPECT_THAT(run({"plan", "inverse.toml"}).output, HasSubstr("a pilot of 8 trials"));
  EXPECT_THAT(run({"run", "inverse.toml", "--only", "claims"}).output, HasSubstr("1 claim came"));
}

TEST_F(Experiment, RepeatsASingleTrial) {
  run({"run", "inverse.toml"});
  const Ended again = run({"run", "inverse.toml", "--point", "m=4", "--trial", "3"});
  EXPECT_EQ(again.exit_code, as_expected) << again.errors;
  EXPECT_THAT(again.output, HasSubstr("the same bit for bit"));
}

TEST_F(Experiment, RunsInTheFolderOfItsFile) {
  std::filesystem::create_directory(folder_ / "deeper");
  std::filesystem::rename(folder_ / "inverse.toml", folder_ / "deeper" / "inverse.toml");
  std::filesystem::rename(folder_ / "trial.sh", folder_ / "deeper" / "trial.sh");
  EXPECT_EQ(run({"run", "deeper"}).exit_code, as_expected);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "deeper" / "runs"));
}

TEST_F(Experiment, IsNotMixedWithTheTrialsOfAnotherProgram) {
  ASSERT_EQ(run({"run", "inverse.toml"}).exit_code, as_expected);
  write("trial.sh", std::string(trial) + "# changed\n");
  const Ended refused = run({"run", "inverse.toml"});
  EXPECT_EQ(refused.exit_code, bad_input);
  EXPECT_THAT(
      refused.errors,
      HasSubstr("asymptest run inverse.toml mine/inverse,mine/inverse:not-divided --fresh"));
  const std::size_t before = runs();
  EXPECT_EQ(run({"run", "inverse.toml", "--fresh"}).exit_code, as_expected);
  EXPECT_GT(runs(), before);
}

TEST_F(Experiment, RecordsFailedTrialsAndGoesOn) {
  write("trial.sh",
        "[ -e mended ] || [ $1 != 4 ] || { echo no memory >&2; exit 1; }\n" + std::string(trial));
  const Ended failed = run({"run", "inverse.toml", "--only", "claims"});
  EXPECT_EQ(failed.exit_code, not_expected);
  EXPECT_THAT(failed.output, AllOf(HasSubstr("8 of its trials failed"), HasSubstr("no memory")));
  EXPECT_EQ(runs(), 4U * 8);
  write("mended", "");
  EXPECT_EQ(run({"run", "inverse.toml", "--only", "claims"}).exit_code, as_expected);
}

/// What can be read of a file of /proc. Its process may end between open and read, which is an
/// error of the read: std::getline ends at it, where an iterator over the buffer throws.
std::string all_of(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::string text;
  for (std::string line; std::getline(stream, line); text += line + '\n') {
  }
  return text;
}

/// Numbers of the processes whose command line holds the text.
std::vector<pid_t> processes_with(const std::string& text) {
  std::vector<pid_t> found;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != name.npos) continue;
    const std::string line = all_of(entry.path() / "cmdline");
    if (line.find(text) != line.npos) found.push_back(std::stoi(name));
  }
  return found;
}

template <class Condition>
bool soon(const Condition& condition) {
  for (int tries = 0; tries < 2000; ++tries) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

TEST_F(Experiment, LeavesNoProcessBehindHoweverItEnds) {
  const std::string seconds = std::to_string(100000 + getpid());  // found by nobody else's test
  write("trial.sh", "sleep " + seconds + " & sleep " + seconds + "\n");
  const std::string asleep = std::string("sleep") + '\0' + seconds;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGKILL}) {
    Spawned process({"run", "inverse.toml", "--jobs", "2", "--no-report"}, folder_.path());
    EXPECT_TRUE(soon([&] { return processes_with(asleep).size() == 4; }));
    kill(process.process(), signal);
    EXPECT_EQ(process.wait().exit_code, 128 + signal);
    EXPECT_TRUE(soon([&] { return processes_with(asleep).empty(); })) << signal;
  }
}

TEST_F(Experiment, ResumesAfterKillsToTheSameRecord) {
  const std::vector<std::string> command{"run", "inverse.toml", "--json", "--no-report", "--store"};
  const auto with_store = [&](const std::string& store) {
    auto arguments = command;
    arguments.push_back(store);
    return arguments;
  };
  const Ended whole = run_program(with_store("whole.sqlite"), folder_.path());
  ASSERT_EQ(whole.exit_code, as_expected);
  for (int kills = 0; kills < 5; ++kills) {
    Spawned process(with_store("killed.sqlite"), folder_.path());
    const std::size_t before = runs();
    EXPECT_TRUE(soon([&] { return runs() >= before + 7; }));
    kill(process.process(), SIGKILL);
    process.wait();
  }
  const Ended resumed = run_program(with_store("killed.sqlite"), folder_.path());
  EXPECT_EQ(resumed.exit_code, as_expected);
  EXPECT_EQ(without_times(resumed.output), without_times(whole.output));
}

bool has_python() { return std::system("python3 -c 'import json' >/dev/null 2>&1") == 0; }

/// A second claim on the same file, of the square, that reads the runs of the first.
std::string two_claims() {
  std::string text = inverse;
  const auto rename = [&text](const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  };
  rename("[[controls]]", "[[claims.controls]]");
  for (const char* table : {"sweep.m", "measure", "predict", "budget"})
    rename(std::string("[") + table + "]", std::string("[claims.") + table + "]");
  const std::string first = text;
  rename("mine/inverse", "mine/square");
  rename("theta m^-1", "theta m^-2");
  rename("parameters = { power = -1 }", "");
  const auto command = text.find("command = ");
  text.replace(command, text.find('\n', command) - command,
               "runs_of = \"mine/inverse\"\nvalue = \"square\"");
  return "[[claims]]\n" + first + "[[claims]]\n" + text;
}

constexpr const char* two_answers = R"(echo "$ASYMPTEST_CONTROL:$1:$ASYMPTEST_TRIAL" >> runs
awk -v m="$1" -v s="$2" -v p="$3" 'BEGIN {
  x = (1 + (s % 1000) / 100000) * m ^ p
  printf "{\"value\": %.17g, \"square\": %.17g}\n", x, x * x }'
)";

TEST_F(Experiment, FeedsSeveralClaimsFromOneRun) {
  write("two.toml", two_claims());
  write("trial.sh", two_answers);
  const Ended first = run({"run", "two.toml", "--jobs", "2"});
  EXPECT_EQ(first.exit_code, as_expected) << first.errors << first.output;
  EXPECT_THAT(first.output, HasSubstr("2 claims and 2 controls"));
  std::ifstream notes(folder_ / "runs");
  std::set<std::string> different;
  for (std::string line; std::getline(notes, line);) different.insert(line);
  EXPECT_EQ(runs(), different.size());
  const std::size_t measured = runs();
  EXPECT_EQ(without_costs(run({"run", "two.toml"}).output), without_costs(first.output));
  EXPECT_EQ(runs(), measured);
  // By itself it makes the same runs, so a trial of it repeats bit for bit.
  EXPECT_EQ(run({"run", "two.toml", "mine/square", "--point", "m=4", "--trial", "3"}).exit_code,
            as_expected);
  EXPECT_EQ(runs(), measured + 1);
}

TEST_F(Experiment, IsWrittenByNewAndRunsAtOnce) {
  ASSERT_TRUE(has_python()) << "python3 is missing; scripts/packages.txt lists it";
  EXPECT_EQ(run({"new", "--toml", "mine/width"}).exit_code, as_expected);
  const Ended decided = run({"run", "width.toml"});
  EXPECT_EQ(decided.exit_code, as_expected) << decided.output << decided.errors;
  const Ended again = run({"new", "--toml", "mine/width"});
  EXPECT_EQ(again.exit_code, bad_input);
  EXPECT_THAT(again.errors, HasSubstr("exists already"));
  EXPECT_THAT(run({"new", "--toml", "width"}).errors, HasSubstr("topic/name"));
}

TEST_F(Experiment, TellsWhatAPythonFunctionRaises) {
  ASSERT_TRUE(has_python()) << "python3 is missing; scripts/packages.txt lists it";
  std::string claim = inverse;
  const std::string words = R"(command = ["sh", "trial.sh", "{m}", "{seed}", "{power}"])";
  write("inverse.toml",
        claim.replace(claim.find(words), words.size(), R"(worker = ["python3", "trial.py"])"));
  write("trial.py", R"(
from asymptest_worker import serve

def trial(m, seed, control, **others):
    print("a line of no concern")
    if m == 4 and control:
        raise ValueError("four is too many")
    if m == 8 and control:
        return float("nan")
    return (1 + seed % 1000 / 100000) * m ** others["power"]

serve(trial)
)");
  const Ended ended = run({"run", "inverse.toml"});
  EXPECT_EQ(ended.exit_code, not_expected);
  EXPECT_THAT(ended.output,
              AllOf(HasSubstr("1 claim and 0 of 1 control"), HasSubstr("16 of its trials failed"),
                    HasSubstr("ValueError: four is too many")));
}

}  // namespace
}  // namespace asymptest::experiment_test
