#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace asymptest::cli {

/// What runs the shards.
enum class JobSystem { slurm, parallel, make };

/// Throws std::invalid_argument with the known names.
JobSystem parse_job_system(std::string_view name);

/// What a script measures and how.
struct Jobs {
  JobSystem system = JobSystem::slurm;
  int shards = 1;
  std::vector<std::string> arguments;  ///< of `asymptest run`: filters, tier, seed, alpha
  std::vector<std::string> remarks;    ///< lines at the script's head: the cost estimate
};

/// A script that measures a round's shards, merges them, and goes on while looks ask for more
/// trials; it ends with the exit code of the last merge. Started again after an interruption, it
/// goes on with the last round. The program is $ASYMPTEST, or `asymptest` of the PATH.
///
/// A POSIX shell script for Slurm (an array job a round, waited for) and for GNU parallel; a
/// makefile for make, whose -j says how many shards run at a time.
std::string job_script(const Jobs& jobs);

/// The words as a POSIX shell reads them.
std::string shell_words(const std::vector<std::string>& words);

}  // namespace asymptest::cli
