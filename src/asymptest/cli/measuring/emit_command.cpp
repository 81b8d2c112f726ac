#include "asymptest/cli/measuring/emit_command.hpp"

#include <fmt/format.h>

#include <memory>
#include <optional>

#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/input/selection.hpp"
#include "asymptest/cli/input/store_option.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/cli/output/job_script.hpp"
#include "asymptest/engine/cost_estimate.hpp"
#include "asymptest/engine/shards/shard.hpp"

namespace asymptest::cli {
namespace {

constexpr int default_shards = 16;

struct EmitArguments {
  std::string system;
  std::vector<std::string> filters;
  std::string tier, only;
  std::uint64_t seed = 0;
  double alpha = 0;
  int shards = default_shards;
  StoreOption store;
};

std::string duration(double seconds) {
  constexpr double minute = 60, hour = 3600;
  if (seconds < 2 * minute) return fmt::format("{:.2g} s", seconds);
  if (seconds < 2 * hour) return fmt::format("{:.3g} min", seconds / minute);
  return fmt::format("{:.3g} h", seconds / hour);
}

std::vector<std::string> remarks_of(const EmitArguments& arguments, const CostEstimate& cost) {
  std::vector<std::string> remarks{
      fmt::format("{} claims and controls at tier {} in {} shards; {} trials at the first looks.",
                  cost.known + cost.unknown, arguments.tier, arguments.shards, cost.first_trials)};
  if (cost.known == 0) {
    remarks.push_back("No cost estimate: no trial of theirs is stored; a quick run teaches it.");
    return remarks;
  }
  remarks.push_back(fmt::format(
      "Cost by the stored trials: {} of one core for the first looks, {} if each takes all its "
      "looks;",
      duration(cost.first_seconds), duration(cost.most_seconds)));
  remarks.push_back(fmt::format("the longest trial takes {}.", duration(cost.longest_trial)));
  if (cost.unknown > 0) {
    remarks.push_back(fmt::format("Not counted: {} of which no trial is stored.", cost.unknown));
  }
  return remarks;
}

std::vector<std::string> run_arguments(const EmitArguments& arguments) {
  std::vector<std::string> words = arguments.filters;
  words.insert(words.end(), {"--tier", arguments.tier, "--seed", fmt::to_string(arguments.seed),
                             "--alpha", fmt::to_string(arguments.alpha)});
  if (!arguments.only.empty()) words.insert(words.end(), {"--only", arguments.only});
  return words;
}

ExitCode emit(const EmitArguments& arguments) {
  const JobSystem system = parse_job_system(arguments.system);
  const Catalogue all = catalogue();
  const Selection selection(all, arguments.filters, parse_only(arguments.only));
  RunOptions options{
      .tier = parse_tier(arguments.tier), .seed = arguments.seed, .suite_alpha = arguments.alpha};
  options.selected = [&](const Subject& subject) { return selection.contains(subject.name()); };
  const std::optional<Store> store = arguments.store.open_existing();
  const CostEstimate cost = estimate_cost(all.suite, options, store ? &*store : nullptr);
  fmt::print("{}", job_script({system, arguments.shards, run_arguments(arguments),
                               remarks_of(arguments, cost)}));
  return as_expected;
}

}  // namespace

void add_emit_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand(
      "emit", "Print a script that measures a tier by shards: slurm, parallel or make");
  const auto arguments = std::make_shared<EmitArguments>();
  command.add_option("SYSTEM", arguments->system, "What runs the shards: slurm, parallel or make")
      .required()
      .type_name("");
  command.add_option("FILTER", arguments->filters, "What to measure, as for `run`").type_name("");
  add_tier_option(command, arguments->tier);
  add_seed_option(command, arguments->seed, "the suite");
  add_alpha_option(command, arguments->alpha, "any verdict of the suite");
  command.add_option("--only", arguments->only, "Only these: claims, controls or proofs")
      .type_name("WHAT");
  command
      .add_option("--shards", arguments->shards,
                  fmt::format("Into how many parts a round is divided [{}]", default_shards))
      .check(whole_number(1, Shard::most))
      .type_name("N");
  arguments->store.add_to(command);
  command.callback([arguments, &exit_code] { exit_code = emit(*arguments); });
}

}  // namespace asymptest::cli
