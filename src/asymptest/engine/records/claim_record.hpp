#pragma once

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/course/group_sequential_course.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest {

/// A claim's declaration as text. Its subjects are left to be added.
ClaimRecord claim_record(const Claim& claim);

/// A subject's declaration as text, at a tier; nothing measured.
SubjectRecord declared_record(const Subject& subject, Tier tier);

/// The same with what its course has come to so far. `seed` and `tier` go into the command that
/// reproduces it.
SubjectRecord measured_record(const GroupSequentialCourse& course, Tier tier, std::uint64_t seed);

}  // namespace asymptest
