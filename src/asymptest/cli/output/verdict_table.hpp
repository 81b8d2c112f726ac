#pragma once

#include <set>
#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::cli {

/// The columns of a table on a wide terminal, in a file or in a pipe.
inline constexpr std::size_t widest_table = 100;

/// The verdicts as a table of at most `columns` columns (of 60 at least): a line for each claim, or
/// two where one is too long, its controls indented below it, and the reason under whatever is not
/// as declared. The interval is the one that decides. Ends with the suite's sentence.
/// What is named in `stored` has that word in place of its seconds: nothing of it was measured now.
std::string verdict_table(const Record& record, bool colours, std::size_t columns = widest_table,
                          const std::set<std::string>& stored = {});

}  // namespace asymptest::cli
