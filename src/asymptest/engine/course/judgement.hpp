#pragma once

#include <string>

#include "asymptest/claim/claim.hpp"
#include "asymptest/inference/verdict/verdict.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest {

/// How a verdict stands to what was declared, and why if not as declared.
struct Judgement {
  Status status = Status::unmeasured;
  std::string reason;  ///< one sentence; empty if as declared
};

/// Holds a verdict against the subject's declaration.
///
/// A subject that must be supported is `expected` if supported and `unexpected` if refuted. One
/// that must be refuted is `expected` only if refuted for its declared reason, that is, if the
/// confidence interval of the factor that its expectation names lies within the expectation;
/// `unexpected` if it is supported or that interval lies outside; and `undecided` if the interval
/// straddles the expectation's edge. An inconclusive verdict is `undecided`, unless its polarity
/// withholds it from a subject of which just that is asked.
Judgement judge(const Subject& subject, const Verdict& verdict);

/// "exponent of N in [-0.05, 0.05]"; empty if the subject expects nothing but its outcome.
std::string describe_expectation(const Subject& subject);

}  // namespace asymptest
