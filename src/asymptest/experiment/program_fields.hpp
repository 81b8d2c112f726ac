#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/sizes/sweep.hpp"
#include "asymptest/experiment/fields.hpp"
#include "asymptest/experiment/program/program.hpp"

namespace asymptest {

/// Workers by their words: the claims and controls of one file share those that are alike.
using WorkersOfFile = std::map<std::vector<std::string>, std::shared_ptr<WorkerPool>>;

/// The keys that `read_program` reads.
inline constexpr std::array<std::string_view, 9> program_keys{
    "command", "worker", "runs", "files", "parameters", "value", "timeout", "seed_max", "seeds"};

/// Who measures, read from the keys command, worker or runs, files, parameters, value, timeout,
/// seed_max and seeds of a table. What the table doesn't say is as `inherited`, if there is one.
/// Throws ClaimFileError.
Program read_program(const Fields& fields, const std::optional<Program>& inherited,
                     WorkersOfFile& workers);

/// Refuses a place in braces in the words that is neither an axis of the sweep nor known otherwise.
/// Throws ClaimFileError.
void require_known_places(const Fields& fields, const Program& program, const Sweep& sweep);

}  // namespace asymptest
