#include "asymptest/cli/output/exit_code.hpp"

#include <set>

#include "asymptest/record/record.hpp"

namespace asymptest::cli {

ExitCode exit_code_of(const Record& record) {
  std::set<Status> present;
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) present.insert(subject.status);
  }
  for (const ProofRecord& proof : record.proofs) present.insert(proof.status);
  if (present.count(Status::unexpected) + present.count(Status::failed) > 0) return not_expected;
  if (present.count(Status::undecided) > 0) return undecided;
  return present.count(Status::expected) > 0 ? as_expected : nothing_measured;
}

}  // namespace asymptest::cli
