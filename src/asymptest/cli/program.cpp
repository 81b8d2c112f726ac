#include "asymptest/cli/program.hpp"

#include <fmt/format.h>

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "asymptest/claim/proof.hpp"
#include "asymptest/claim/registry.hpp"
#include "asymptest/cli/check/check_command.hpp"
#include "asymptest/cli/check/fit_command.hpp"
#include "asymptest/cli/commands/calibrate_command.hpp"
#include "asymptest/cli/commands/new_command.hpp"
#include "asymptest/cli/commands/registered_command.hpp"
#include "asymptest/cli/commands/store_command.hpp"
#include "asymptest/cli/input/filter.hpp"
#include "asymptest/cli/input/usage_error.hpp"
#include "asymptest/cli/manual/manual_commands.hpp"
#include "asymptest/cli/measuring/emit_command.hpp"
#include "asymptest/cli/measuring/merge_command.hpp"
#include "asymptest/cli/measuring/plan_command.hpp"
#include "asymptest/cli/measuring/run_command.hpp"
#include "asymptest/cli/options/parser.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/cli/showing/audit_command.hpp"
#include "asymptest/cli/showing/diff_command.hpp"
#include "asymptest/cli/showing/list_command.hpp"
#include "asymptest/cli/showing/report_command.hpp"
#include "asymptest/cli/showing/show_command.hpp"
#include "asymptest/engine/records/provenance.hpp"

namespace asymptest::cli {
namespace {

/// Whether every claim and proof of the program is well-formed and names only what there is; says
/// what is wrong.
bool registered_soundly() {
  std::vector<std::string> problems = registration_errors();
  for (std::string& link : unknown_links(proof_registry(), registry())) {
    problems.push_back(std::move(link));
  }
  for (const std::string& problem : problems) fmt::print(stderr, "{}\n", problem);
  return problems.empty();
}

std::vector<std::string> claim_names() {
  std::vector<std::string> names;
  for (const Subject& subject : registry().subjects()) names.push_back(subject.name());
  return names;
}

/// `asymptest help [COMMAND]`.
int print_help(const Command program, const std::vector<std::string>& arguments) {
  Command shown = program;
  for (const Command command : program.commands()) {
    if (arguments.size() > 1 && command.name() == arguments[1]) shown = command;
  }
  fmt::print("{}", shown.help_text());
  return as_expected;
}

int parse_and_run(int argc, char** argv) {
  if (!registered_soundly()) return bad_input;

  Parser parser("asymptest: executable tests of asymptotic claims");
  int exit_code = as_expected;
  add_commands(parser.program(), exit_code);
  try {
    parser.parse(argc, argv);
  } catch (const RefusedArguments& problem) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && arguments.front() == "help") {
      return print_help(parser.program(), arguments);
    }
    fmt::print(stderr, "asymptest: {}\n",
               usage_error(parser.program(), arguments, problem, claim_names()));
    return bad_input;
  }
  return exit_code;
}

}  // namespace

void add_commands(Command app, int& exit_code) {
  app.require_subcommand();
  app.set_version_flag("--version", version_text(), "Print version, commit and compiler");
  add_run_command(app, exit_code);
  add_merge_command(app, exit_code);
  add_emit_command(app, exit_code);
  add_check_command(app, exit_code);
  add_fit_command(app, exit_code);
  add_plan_command(app, exit_code);
  add_list_command(app, exit_code);
  add_show_command(app, exit_code);
  add_report_command(app, exit_code);
  add_audit_command(app, exit_code);
  add_calibrate_command(app, exit_code);
  add_diff_command(app, exit_code);
  add_store_command(app, exit_code);
  add_new_command(app, exit_code);
  add_manual_commands(app, exit_code);
  for (const AddCommand add : registered_commands()) add(app, exit_code);
}

int run_program(int argc, char** argv) {
  try {
    return parse_and_run(argc, argv);
  } catch (const NothingMatches& problem) {
    fmt::print(stderr, "asymptest: {}\n", problem.what());
    return nothing_measured;
  } catch (const std::exception& problem) {
    fmt::print(stderr, "asymptest: {}\n", problem.what());
    return bad_input;
  }
}

}  // namespace asymptest::cli
