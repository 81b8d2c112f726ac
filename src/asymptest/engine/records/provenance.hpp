#pragma once

#include <cstdint>
#include <string_view>

#include "asymptest/claim/sizes/sweep.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest {

/// The provenance of what this program measures now: its version, commit, compiler and flags as
/// they were when it was built, this machine's processor, and the time.
Provenance provenance_of_this_program(std::uint64_t seed, Tier tier);

/// One line for people: "asymptest 0.1.0 (commit 0123456789ab, GNU 12.2.0)".
std::string version_text();

/// The processor's name in the text of Linux's /proc/cpuinfo; "unknown" if it isn't there.
std::string processor_name(std::string_view cpuinfo);

}  // namespace asymptest
