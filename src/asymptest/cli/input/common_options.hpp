#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "asymptest/engine/execution/executor.hpp"

namespace CLI {
class App;
class Option;
class Validator;
}  // namespace CLI

// Options that several commands have, in one wording. The dialect of all options: a sentence
// without its full stop, the default in square brackets at its end, the value's name in capitals.
namespace asymptest::cli {

inline constexpr std::string_view newest_run = "the newest run's";

/// `--tier TIER`. What holds without it stands in brackets.
CLI::Option* add_tier_option(CLI::App& command, std::string& tier);
CLI::Option* add_tier_option(CLI::App& command, std::string& tier, std::string_view otherwise);

/// `--seed N`, the seed of `what`: "Seed of the suite".
CLI::Option* add_seed_option(CLI::App& command, std::uint64_t& seed, std::string_view what);
CLI::Option* add_seed_option(CLI::App& command, std::optional<std::uint64_t>& seed,
                             std::string_view what, std::string_view otherwise);

/// `--alpha P`, the chance that `what` is wrong.
CLI::Option* add_alpha_option(CLI::App& command, double& alpha, std::string_view what);
CLI::Option* add_alpha_option(CLI::App& command, std::optional<double>& alpha,
                              std::string_view what, std::string_view otherwise);

/// `--jobs N` from 1 to 4096. Sets it to `all_cores()`, the default of every command.
CLI::Option* add_jobs_option(CLI::App& command, int& jobs);
int all_cores();

/// `--trial-timeout SECONDS` and `--trial-memory MEGABYTES`.
void add_limit_options(CLI::App& command, TrialLimits& limits);

/// A whole number from `least` to `most`; says what was given otherwise.
CLI::Validator whole_number(std::int64_t least, std::int64_t most = INT64_MAX);

}  // namespace asymptest::cli
