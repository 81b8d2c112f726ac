#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// A control beside its claim: what it breaks, what it must show, its figure and its verdict.
std::string control_card(const ClaimRecord& claim, const SubjectRecord& control);

/// The trials that threw or measured what can't be judged; nothing if there are none.
std::string failure_list(const SubjectRecord& subject);

/// The command that gives a subject's numbers again; nothing if it is unknown.
std::string reproduce_block(const SubjectRecord& subject);

}  // namespace asymptest::report
