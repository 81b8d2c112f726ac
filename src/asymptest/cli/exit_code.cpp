#include "asymptest/cli/exit_code.hpp"

#include "asymptest/engine/record.hpp"

namespace asymptest::cli {

ExitCode exit_code_of(const Record& record) {
  bool any_expected = false, any_undecided = false;
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      if (subject.status == Status::unexpected || subject.status == Status::failed) {
        return not_expected;
      }
      any_expected = any_expected || subject.status == Status::expected;
      any_undecided = any_undecided || subject.status == Status::undecided;
    }
  }
  if (any_undecided) return undecided;
  return any_expected ? as_expected : nothing_measured;
}

}  // namespace asymptest::cli
