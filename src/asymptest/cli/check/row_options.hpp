#pragma once

#include <string>
#include <vector>

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/cli/options/command.hpp"

// Options that the commands on a person's own file have in common.
namespace asymptest::cli {

/// An option that may be given several times, one value each.
Option add_repeated(Command command, const char* name, std::vector<std::string>& values,
                    const char* help);

/// FILE, --x and --y, which the command is to require.
void add_file_options(Command command, CheckRequest& request);

/// Which rows are read and how: --separator, --where, --skip-missing, --from, --up-to, --let,
/// --pair, --group.
void add_row_options(Command command, RowRequest& rows);

/// How far the measurement can be trusted: --se, --lower, --upper, --confidence, --n.
void add_error_options(Command command, ErrorColumns& errors);

/// --towards.
void add_limit_option(Command command, std::vector<std::string>& towards);

/// --summary, --bounded.
void add_summary_option(Command command, Summary& summary);
void add_range_option(Command command, CheckRequest& request);

}  // namespace asymptest::cli
