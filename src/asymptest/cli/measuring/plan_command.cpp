#include "asymptest/cli/measuring/plan_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>
#include <stdexcept>

#include "asymptest/cli/input/claim_files.hpp"
#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/input/filter.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/engine/plan.hpp"
#include "asymptest/inference/design/sequential.hpp"

namespace asymptest::cli {
namespace {

struct PlanArguments {
  std::vector<std::string> words;
  std::string tier;
  std::uint64_t seed = 0;
  double suite_alpha = 0;
  bool json = false;
};

/// That of the name, or all that a pattern takes.
std::vector<Subject> named_subjects(const std::vector<Subject>& subjects, const std::string& name) {
  std::vector<std::string> names;
  for (const Subject& subject : subjects) {
    names.push_back(subject.name());
    if (names.back() == name) return {subject};
  }
  if (name.find_first_of("*?") == name.npos) {
    const auto near = near_names(name, names);
    throw NothingMatches(fmt::format("there is no claim or control '{}'; {}", name,
                                     near.empty()
                                         ? "`asymptest list` shows all names"
                                         : fmt::format("did you mean {}?", fmt::join(near, ", "))));
  }
  const std::vector<bool> taken = select({&name, 1}, names);
  std::vector<Subject> matching;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    if (taken[i]) matching.push_back(subjects[i]);
  }
  return matching;
}

/// The name among the words; that of the claim where there is one claim only.
std::string name_in(const std::vector<std::string>& words, const std::vector<Subject>& subjects) {
  if (words.empty() && subjects.back().claim == subjects.front().claim) {
    return subjects.front().name();
  }
  if (words.size() == 1) return words.front();
  throw std::invalid_argument(
      fmt::format("{} names are given, expected that of one claim or control", words.size()));
}

int print_plan(const PlanArguments& arguments) {
  std::vector<std::string> words = arguments.words;
  const Catalogue all = take_catalogue(words);
  const std::vector<Subject>& subjects = all.suite;
  const std::vector<Subject> named = named_subjects(subjects, name_in(words, subjects));
  if (arguments.json && named.size() > 1) {
    throw std::invalid_argument(
        fmt::format("--json is for one claim or control, not the {} that match", named.size()));
  }
  for (const Subject& subject : named) {
    const Plan plan = make_plan(subject, parse_tier(arguments.tier), arguments.seed,
                                share_of(arguments.suite_alpha, subjects.size()));
    fmt::print("{}{}", &subject == &named.front() ? "" : "\n",
               arguments.json ? plan_json(plan) : plan_text(plan));
  }
  return as_expected;
}

}  // namespace

void add_plan_command(Command app, int& exit_code) {
  const Command command =
      app.add_subcommand("plan", "Forecast the trials and the time that a claim needs");
  const auto arguments = std::make_shared<PlanArguments>();
  command
      .add_option("CLAIM", arguments->words,
                  "A claim, a control (topic/name:control) or a pattern, after the claim file that "
                  "it is in")
      .required()
      .type_name("");
  add_tier_option(command, arguments->tier);
  add_seed_option(command, arguments->seed, "the suite");
  add_alpha_option(command, arguments->suite_alpha, "any verdict of the suite");
  command.add_flag("--json", arguments->json, "Print the forecast as JSON");
  command.callback([arguments, &exit_code] { exit_code = print_plan(*arguments); });
}

}  // namespace asymptest::cli
