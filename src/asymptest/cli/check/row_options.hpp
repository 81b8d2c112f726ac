#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "asymptest/check/rows/check_request.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

// Options that the commands on a person's own file have in common.
namespace asymptest::cli {

/// An option that may be given several times, one value each.
CLI::Option& add_repeated(CLI::App& command, const char* name, std::vector<std::string>& values,
                          const char* help);

/// Refuses a command line without one of these, as the parser does.
void require_options(const CLI::App& command, std::initializer_list<const char*> names);

/// FILE, --x and --y, which `require_options` is to require.
void add_file_options(CLI::App& command, CheckRequest& request);

/// Which rows are read and how: --separator, --where, --skip-missing, --from, --up-to, --let,
/// --pair, --group.
void add_row_options(CLI::App& command, RowRequest& rows);

/// How far the measurement can be trusted: --se, --lower, --upper, --confidence, --n.
void add_error_options(CLI::App& command, ErrorColumns& errors);

/// --towards.
void add_limit_option(CLI::App& command, std::vector<std::string>& towards);

/// --summary.
void add_summary_option(CLI::App& command, Summary& summary);
void add_range_option(CLI::App& command, CheckRequest& request);

}  // namespace asymptest::cli
