#include "asymptest/cli/commands/plan_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "asymptest/claim/registry.hpp"
#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/input/filter.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/engine/plan.hpp"
#include "asymptest/inference/design/sequential.hpp"

namespace asymptest::cli {
namespace {

struct PlanArguments {
  std::string name, tier;
  std::uint64_t seed = 0;
  double suite_alpha = 0;
  bool json = false;
};

Subject named_subject(const std::vector<Subject>& subjects, const std::string& name) {
  std::vector<std::string> names;
  for (const Subject& subject : subjects) {
    names.push_back(subject.name());
    if (names.back() == name) return subject;
  }
  const auto near = near_names(name, names);
  throw NothingMatches(
      fmt::format("there is no claim or control '{}'{}", name,
                  near.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(near, ", "))));
}

int print_plan(const PlanArguments& arguments) {
  const std::vector<Subject> subjects = registry().subjects();
  const Subject subject = named_subject(subjects, arguments.name);
  const Plan plan = make_plan(subject, parse_tier(arguments.tier), arguments.seed,
                              share_of(arguments.suite_alpha, subjects.size()));
  fmt::print("{}", arguments.json ? plan_json(plan) : plan_text(plan));
  return as_expected;
}

}  // namespace

void add_plan_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("plan", "Forecast the trials and the time that a claim needs");
  const auto arguments = std::make_shared<PlanArguments>();
  command->add_option("CLAIM", arguments->name, "A claim, or a control: topic/name:control")
      ->required()
      ->type_name("");
  add_tier_option(*command, arguments->tier);
  add_seed_option(*command, arguments->seed, "the suite");
  add_alpha_option(*command, arguments->suite_alpha, "any verdict of the suite");
  command->add_flag("--json", arguments->json, "Print the forecast as JSON");
  command->callback([arguments, &exit_code] { exit_code = print_plan(*arguments); });
}

}  // namespace asymptest::cli
