#pragma once

#include <string>
#include <vector>

namespace structure {

/// The files of a compilation database (as CMake writes it: one member a line, the command before
/// the file) that read a precompiled header made with other flags than theirs, `FILE is compiled
/// with FLAGS, its precompiled header with FLAGS`. Flags are those that change the code: -O…, -f…,
/// -m…, the last of several -O only.
///
/// GCC takes such a header without a word and then compiles the file with some of the header's
/// flags: -O3 and -ffp-contract=off have been lost that way.
std::vector<std::string> mismatched_flags(const std::string& database);

}  // namespace structure
