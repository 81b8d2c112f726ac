#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "asymptest/cli/options/command.hpp"
#include "asymptest/engine/execution/executor.hpp"

// Options that several commands have, in one wording. The dialect of all options: a sentence
// without its full stop, the default in square brackets at its end, the value's name in capitals.
namespace asymptest::cli {

inline constexpr std::string_view newest_run = "the newest run's";

/// `--tier TIER`. What holds without it stands in brackets.
Option add_tier_option(Command command, std::string& tier);
Option add_tier_option(Command command, std::string& tier, std::string_view otherwise);

/// `--seed N`, the seed of `what`: "Seed of the suite".
Option add_seed_option(Command command, std::uint64_t& seed, std::string_view what);
Option add_seed_option(Command command, std::optional<std::uint64_t>& seed, std::string_view what,
                       std::string_view otherwise);

/// `--alpha P`, the chance that `what` is wrong.
Option add_alpha_option(Command command, double& alpha, std::string_view what);
Option add_alpha_option(Command command, std::optional<double>& alpha, std::string_view what,
                        std::string_view otherwise);

/// `--jobs N` from 1 to 4096. Sets it to `all_cores()`, the default of every command.
Option add_jobs_option(Command command, int& jobs);
int all_cores();

/// `--trial-timeout SECONDS` and `--trial-memory MEGABYTES`.
void add_limit_options(Command command, TrialLimits& limits);

/// A whole number from `least` to `most`; says what was given otherwise.
Check whole_number(std::int64_t least, std::int64_t most = INT64_MAX);

}  // namespace asymptest::cli
