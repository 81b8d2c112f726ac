#include "asymptest/cli/output/exit_code.hpp"

#include <gtest/gtest.h>

#include "asymptest/record/record.hpp"

namespace asymptest::cli::exit_code_test {
namespace {

ExitCode code_of(const std::vector<Status>& statuses) {
  ClaimRecord claim;
  for (const Status status : statuses) claim.subjects.push_back({.status = status});
  return exit_code_of({.claims = {claim}});
}

TEST(ExitCode, IsTheWorstThatHappened) {
  EXPECT_EQ(code_of({Status::expected, Status::expected}), as_expected);
  EXPECT_EQ(code_of({Status::expected, Status::unexpected, Status::undecided}), not_expected);
  EXPECT_EQ(code_of({Status::expected, Status::failed}), not_expected);
  EXPECT_EQ(code_of({Status::expected, Status::undecided}), undecided);
}

TEST(ExitCode, NothingMeasuredIsNeverSuccess) {
  EXPECT_EQ(code_of({}), nothing_measured);
  EXPECT_EQ(code_of({Status::unmeasured}), nothing_measured);
  EXPECT_EQ(code_of({Status::unmeasured, Status::expected}), as_expected);
}

TEST(ExitCode, AProofCountsAsMuchAsAClaim) {
  EXPECT_EQ(exit_code_of({.proofs = {{.status = Status::expected}}}), as_expected);
  EXPECT_EQ(exit_code_of({.proofs = {{.status = Status::unexpected}}}), not_expected);
}

}  // namespace
}  // namespace asymptest::cli::exit_code_test
