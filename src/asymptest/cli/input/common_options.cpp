#include "asymptest/cli/input/common_options.hpp"

#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <charconv>
#include <thread>

#include "asymptest/claim/defaults.hpp"
#include "asymptest/engine/ranks/communicator.hpp"

namespace asymptest::cli {
namespace {

constexpr int most_jobs = 4096;

template <class Value>
Option add_seed(Command command, Value& seed, std::string_view what, std::string_view otherwise) {
  return command.add_option("--seed", seed, fmt::format("Seed of {} [{}]", what, otherwise))
      .type_name("N");
}

template <class Value>
Option add_alpha(Command command, Value& alpha, std::string_view what, std::string_view otherwise) {
  return command
      .add_option("--alpha", alpha,
                  fmt::format("Chance that {} is wrong, at most [{}]", what, otherwise))
      .type_name("P");
}

}  // namespace

Option add_tier_option(Command command, std::string& tier) {
  tier = name_of(defaults::tier);
  return add_tier_option(command, tier, name_of(defaults::tier));
}

Option add_tier_option(Command command, std::string& tier, std::string_view otherwise) {
  return command
      .add_option("--tier", tier,
                  fmt::format("How far the sweeps go: quick, standard or full [{}]", otherwise))
      .type_name("TIER");
}

Option add_seed_option(Command command, std::uint64_t& seed, std::string_view what) {
  seed = defaults::seed;
  return add_seed(command, seed, what, fmt::to_string(defaults::seed));
}

Option add_seed_option(Command command, std::optional<std::uint64_t>& seed, std::string_view what,
                       std::string_view otherwise) {
  return add_seed(command, seed, what, otherwise);
}

Option add_alpha_option(Command command, double& alpha, std::string_view what) {
  alpha = defaults::alpha;
  return add_alpha(command, alpha, what, fmt::to_string(defaults::alpha));
}

Option add_alpha_option(Command command, std::optional<double>& alpha, std::string_view what,
                        std::string_view otherwise) {
  return add_alpha(command, alpha, what, otherwise);
}

Option add_jobs_option(Command command, int& jobs) {
  jobs = all_cores();
  return command.add_option("--jobs,-j", jobs, "Threads [all cores]")
      .check(whole_number(1, most_jobs))
      .type_name("N");
}

void add_limit_options(Command command, TrialLimits& limits) {
  const Check positive = [](const std::string& text) -> std::string {
    double number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec == std::errc() && read.ptr == end && number > 0) {
      return "";
    }
    return fmt::format("is '{}', expected a number above 0", text);
  };
  command
      .add_option("--trial-timeout", limits.seconds,
                  "Stop a trial that runs longer and record it as failed; trials are measured in "
                  "processes of their own then")
      .check(positive)
      .type_name("SECONDS");
  command
      .add_option("--trial-memory", limits.megabytes,
                  "Refuse a trial more memory than that, likewise")
      .check(positive)
      .type_name("MEGABYTES");
}

int all_cores() {
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  // A launcher may have bound this process to its share of them already.
  cpu_set_t bound;
  const int mine = sched_getaffinity(0, sizeof bound, &bound) == 0 ? CPU_COUNT(&bound) : cores;
  return std::max(1, std::min(mine, cores / ranks_of_this_machine()));
}

Check whole_number(std::int64_t least, std::int64_t most) {
  return [least, most](const std::string& text) -> std::string {
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec == std::errc() && read.ptr == end && number >= least && number <= most) return "";
    return most == INT64_MAX
               ? fmt::format("is '{}', expected a whole number of at least {}", text, least)
               : fmt::format("is '{}', expected a whole number from {} to {}", text, least, most);
  };
}

}  // namespace asymptest::cli
