#include "asymptest/cli/output/job_script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace asymptest::cli {
namespace {

/// Rounds until `merge` no longer asks for one. `measure` runs the shards of $what.
constexpr std::string_view rounds_of_shell = R"(
round=1
while [ -e "results/round-$((round + 1)).json" ]; do round=$((round + 1)); done
while :; do
  what=$first
  [ "$round" -eq 1 ] || what="--round results/round-$round.json"
  measure || exit 1
  "$asymptest" merge results/round-$round/shard-*-of-$shards.sqlite
  status=$?
  [ "$status" -eq 5 ] || exit "$status"
  round=$((round + 1))
done
)";

constexpr std::string_view measure_by_slurm = R"(mkdir -p results
measure() {
  sbatch --wait --array="1-$shards" --cpus-per-task=1 --job-name="asymptest-$round" \
    --output="results/round-$round-%a.log" \
    --wrap="'$asymptest' run $what --shard --jobs 1"
}
)";

constexpr std::string_view measure_by_parallel = R"(measure() {
  seq "$shards" | parallel --halt soon,fail=1 "'$asymptest' run $what --shard {}/$shards --jobs 1"
}
)";

constexpr std::string_view makefile_rules = R"make(
PARTS := $(addprefix shard-,$(NUMBERS))
.PHONY: all $(PARTS)
all:
	@round=1; \
	while [ -e "results/round-$$((round + 1)).json" ]; do round=$$((round + 1)); done; \
	while :; do \
	  list=; [ "$$round" -eq 1 ] || list="--round results/round-$$round.json"; \
	  $(MAKE) -f $(THIS) LIST="$$list" $(PARTS) || exit 1; \
	  "$(ASYMPTEST)" merge results/round-$$round/shard-*-of-$(SHARDS).sqlite; status=$$?; \
	  [ "$$status" -eq 5 ] || exit "$$status"; \
	  round=$$((round + 1)); \
	done
$(PARTS): shard-%:
	@"$(ASYMPTEST)" run $(or $(LIST),$(FIRST)) --shard $*/$(SHARDS) --jobs 1
)make";

std::string comment(const Jobs& jobs) {
  std::string text;
  for (const std::string& remark : jobs.remarks) text += fmt::format("# {}\n", remark);
  return text + "# To begin anew, remove results/round-*.\n";
}

std::string shell_script(const Jobs& jobs, std::string_view measure) {
  return fmt::format("#!/bin/sh\n{}asymptest=${{ASYMPTEST:-asymptest}}\nshards={}\nfirst={}\n{}{}",
                     comment(jobs), jobs.shards, shell_words({shell_words(jobs.arguments)}),
                     measure, rounds_of_shell);
}

std::string makefile(const Jobs& jobs) {
  std::string numbers, first = shell_words(jobs.arguments);
  for (int number = 1; number <= jobs.shards; ++number) numbers += fmt::format(" {}", number);
  for (std::size_t at = first.find('$'); at != first.npos; at = first.find('$', at + 2)) {
    first.insert(at, "$");
  }
  return fmt::format(
      "{}ASYMPTEST ?= asymptest\nSHARDS := {}\nNUMBERS :={}\nFIRST := {}\n"
      "THIS := $(lastword $(MAKEFILE_LIST))\n{}",
      comment(jobs), jobs.shards, numbers, first, makefile_rules);
}

bool is_plain(char letter) {
  constexpr std::string_view plain = "_-./:=,+@%";
  return ('a' <= letter && letter <= 'z') || ('A' <= letter && letter <= 'Z') ||
         ('0' <= letter && letter <= '9') || plain.find(letter) != plain.npos;
}

}  // namespace

JobSystem parse_job_system(std::string_view name) {
  if (name == "slurm") return JobSystem::slurm;
  if (name == "parallel") return JobSystem::parallel;
  if (name == "make") return JobSystem::make;
  throw std::invalid_argument(
      fmt::format("the jobs' system is '{}', expected slurm, parallel or make", name));
}

std::string job_script(const Jobs& jobs) {
  switch (jobs.system) {
    case JobSystem::slurm:
      return shell_script(jobs, measure_by_slurm);
    case JobSystem::parallel:
      return shell_script(jobs, measure_by_parallel);
    case JobSystem::make:
      break;
  }
  return makefile(jobs);
}

std::string shell_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) {
      text += word;
      continue;
    }
    text += '\'';
    for (const char letter : word) {
      if (letter == '\'')
        text += R"('\'')";
      else
        text += letter;
    }
    text += '\'';
  }
  return text;
}

}  // namespace asymptest::cli
