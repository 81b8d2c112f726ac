// The job scripts, run to their end, give the record of a run on one machine.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "asymptest/testing/temporary_folder.hpp"
#include "record_text.hpp"
#include "spawn.hpp"

namespace asymptest::shards_test {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> filters{"fixture/inverse", "mistaken", "doubling"};

/// The filters as the words from the given place on.
std::vector<std::string> with_filters(std::vector<std::string> words, int place = 1) {
  words.insert(words.begin() + place, filters.begin(), filters.end());
  return words;
}

void write_program(const fs::path& file, const std::string& text) {
  std::ofstream(file) << "#!/bin/sh\n" << text;
  fs::permissions(file, fs::perms::owner_all);
}

/// Stand-ins for what may not be installed: they run the shards one after the other, with what each
/// system tells its jobs.
void write_stand_ins(const fs::path& folder) {
  fs::create_directory(folder);
  write_program(folder / "sbatch", R"(
for word; do case $word in
  --array=*) array=${word#--array=} ;;
  --wrap=*) job=${word#--wrap=} ;;
esac; done
first=${array%-*}; last=${array#*-}
for id in $(seq "$first" "$last"); do
  SLURM_ARRAY_TASK_ID=$id SLURM_ARRAY_TASK_COUNT=$((last - first + 1)) \
  SLURM_ARRAY_TASK_MIN=$first SLURM_ARRAY_TASK_MAX=$last sh -c "$job" || exit 1
done
)");
  write_program(folder / "parallel", R"sh(
while [ $# -gt 1 ]; do shift; done
while read -r line; do sh -c "$(echo "$1" | sed "s|{}|$line|")" || exit 1; done
)sh");
}

class ShardScripts : public testing::TestWithParam<const char*> {};

TEST_P(ShardScripts, EndWithTheRecordOfASerialRun) {
  const std::string system = GetParam();
  const TemporaryFolder folder;
  const auto emitted =
      run_program(with_filters({"emit", "--shards", "3", system}, 4), folder.path());
  ASSERT_EQ(emitted.exit_code, 0) << emitted.errors;
  std::ofstream(folder / "script") << emitted.output;
  write_stand_ins(folder / "bin");
  const std::string shell = system == "make" ? "make -f script" : "sh script";
  const std::string command = "cd '" + folder.path().string() +
                              "' && PATH=\"$PWD/bin:$PATH\" ASYMPTEST='" + FIXTURE_PROGRAM + "' " +
                              shell + " > log 2>&1";
  ASSERT_EQ(std::system(command.c_str()), 0) << command;
  EXPECT_TRUE(fs::exists(folder / "results" / "round-2.json")) << "one round decides nothing here";

  const Ended serial = run_program(
      with_filters({"run", "--json", "--no-report", "--store", "serial.sqlite"}), folder.path());
  std::vector<std::string> merge{"merge", "--json", "--no-report"};
  int last = 1;
  while (fs::exists(folder / "results" / ("round-" + std::to_string(last + 1)))) ++last;
  for (const auto& shard :
       fs::directory_iterator(folder / "results" / ("round-" + std::to_string(last)))) {
    if (shard.path().extension() == ".sqlite") merge.push_back(shard.path().string());
  }
  const Ended merged = run_program(merge, folder.path());
  EXPECT_EQ(merged.exit_code, serial.exit_code) << merged.errors;
  EXPECT_EQ(without_times(merged.output), without_times(serial.output));
}

INSTANTIATE_TEST_SUITE_P(All, ShardScripts, testing::Values("slurm", "parallel", "make"),
                         [](const auto& system) { return std::string(system.param); });

}  // namespace
}  // namespace asymptest::shards_test
