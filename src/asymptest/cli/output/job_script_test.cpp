#include "asymptest/cli/output/job_script.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::cli::job_script_test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
using testing::ThrowsMessage;

TEST(JobScript, QuotesWordsForAShell) {
  EXPECT_EQ(shell_words({"a/b", "--tier", "full"}), "a/b --tier full");
  EXPECT_EQ(shell_words({"cover*", "it's", ""}), R"('cover*' 'it'\''s' '')");
}

TEST(JobScript, KnowsItsSystems) {
  EXPECT_EQ(parse_job_system("make"), JobSystem::make);
  EXPECT_THAT([] { parse_job_system("pbs"); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("'pbs', expected slurm")));
}

TEST(JobScript, SaysWhatItCosts) {
  for (const auto system : {JobSystem::slurm, JobSystem::parallel, JobSystem::make}) {
    EXPECT_THAT(job_script({system, 4, {"a/b"}, {"It takes long."}}),
                HasSubstr("# It takes long.\n"));
  }
  EXPECT_THAT(job_script({JobSystem::slurm, 4, {"a/b"}, {}}), StartsWith("#!/bin/sh\n"));
}

}  // namespace
}  // namespace asymptest::cli::job_script_test
