#include "asymptest/engine/shards/shard.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

std::optional<int> whole(std::string_view text) {
  int number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

bool is_shard(int number, int count) {
  return 1 <= number && number <= count && count <= Shard::most;
}

/// The variable as a number; `otherwise` if it is not set.
int number_in(const Environment& environment, const char* name, std::optional<int> otherwise = {}) {
  const char* text = environment(name);
  if (text == nullptr && otherwise) return *otherwise;
  const std::string_view given = text == nullptr ? "" : text;
  const auto number = whole(given);
  require(number.has_value(), "{} is '{}', expected a whole number", name, given);
  return *number;
}

Shard shard_of_slurm(const Environment& environment) {
  const int id = number_in(environment, "SLURM_ARRAY_TASK_ID");
  const int count = number_in(environment, "SLURM_ARRAY_TASK_COUNT");
  const int least = number_in(environment, "SLURM_ARRAY_TASK_MIN", 0);
  const int step = number_in(environment, "SLURM_ARRAY_TASK_STEP", 1);
  require(step >= 1, "SLURM_ARRAY_TASK_STEP is {}, expected at least 1", step);
  const int last = number_in(environment, "SLURM_ARRAY_TASK_MAX", least + (count - 1) * step);
  const int number = (id - least) / step + 1;
  const bool even = (id - least) % step == 0 && last == least + (count - 1) * step;
  require(
      even && is_shard(number, count),
      "SLURM_ARRAY_TASK_ID is {} of {} tasks from {} to {} in steps of {}, expected ids that are "
      "evenly spaced; name the shard, --shard 3/16",
      id, count, least, last, step);
  return {number, count};
}

Shard shard_of_googletest(const Environment& environment) {
  const int index = number_in(environment, "GTEST_SHARD_INDEX");
  const int count = number_in(environment, "GTEST_TOTAL_SHARDS");
  require(is_shard(index + 1, count),
          "GTEST_SHARD_INDEX is {} of GTEST_TOTAL_SHARDS {}, expected an index from 0", index,
          count);
  return {index + 1, count};
}

}  // namespace

std::string Shard::text() const { return fmt::format("{}/{}", number, count); }

Shard parse_shard(std::string_view text) {
  const auto slash = text.find('/');
  const auto number = whole(text.substr(0, slash));
  const auto count = whole(slash == text.npos ? std::string_view() : text.substr(slash + 1));
  require(number && count && is_shard(*number, *count),
          "shard is '{}', expected I/N with I from 1 to N, as 3/16", text);
  return {*number, *count};
}

Shard shard_of_environment(const Environment& environment) {
  if (environment("SLURM_ARRAY_TASK_ID") != nullptr) return shard_of_slurm(environment);
  require(environment("GTEST_SHARD_INDEX") != nullptr,
          "shard is '{}', expected I/N, or SLURM_ARRAY_TASK_ID or GTEST_SHARD_INDEX in the "
          "environment",
          "");
  return shard_of_googletest(environment);
}

}  // namespace asymptest
