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

/// What the claims and controls of one file share.
struct ProgramsOfFile {
  /// By their words: those that are alike are the same.
  std::map<std::vector<std::string>, std::shared_ptr<WorkerPool>> workers;
  std::map<std::string, Program> by_claim;  ///< of the claims read so far
};

/// The keys that `read_program` reads.
inline constexpr std::array<std::string_view, 9> program_keys{
    "command", "worker", "runs", "files", "parameters", "value", "timeout", "seed_max", "seeds"};

/// Who measures, read from the keys command, worker or runs, files, parameters, value, timeout,
/// seed_max and seeds of a table. What the table doesn't say is as `inherited`, if there is one.
/// Throws ClaimFileError.
Program read_program(const Fields& fields, const std::optional<Program>& inherited,
                     ProgramsOfFile& programs);

/// Adds a claim's program to those of the file: another claim may read its runs.
void add_program(const std::string& claim, Program& program, ProgramsOfFile& programs);

/// The program of the claim that `runs_of` names, of which this one reads another number. Throws
/// ClaimFileError unless that claim stands above in the file and is measured by a program, and
/// where the table says itself what the other claim's says.
Program program_of_runs(const Fields& fields, const ProgramsOfFile& programs);

/// Refuses a place in braces in the words that is neither an axis of the sweep nor known otherwise.
/// Throws ClaimFileError.
void require_known_places(const Fields& fields, const Program& program, const Sweep& sweep);

}  // namespace asymptest
