#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <exception>

#include "asymptest/claim/registry.hpp"
#include "asymptest/cli/calibrate_command.hpp"
#include "asymptest/cli/certify_command.hpp"
#include "asymptest/cli/check_command.hpp"
#include "asymptest/cli/diff_command.hpp"
#include "asymptest/cli/exit_code.hpp"
#include "asymptest/cli/filter.hpp"
#include "asymptest/cli/list_command.hpp"
#include "asymptest/cli/new_command.hpp"
#include "asymptest/cli/plan_command.hpp"
#include "asymptest/cli/report_command.hpp"
#include "asymptest/cli/run_command.hpp"
#include "asymptest/cli/show_command.hpp"

namespace {

int run(int argc, char** argv) {
  using namespace asymptest;
  for (const std::string& problem : registration_errors()) fmt::print(stderr, "{}\n", problem);
  if (!registration_errors().empty()) return cli::bad_input;

  CLI::App app{"asymptest: executable tests of asymptotic claims"};
  app.require_subcommand(1);
  int exit_code = cli::bad_input;
  cli::add_run_command(app, exit_code);
  cli::add_check_command(app, exit_code);
  cli::add_plan_command(app, exit_code);
  cli::add_list_command(app, exit_code);
  cli::add_show_command(app, exit_code);
  cli::add_report_command(app, exit_code);
  cli::add_calibrate_command(app, exit_code);
  cli::add_diff_command(app, exit_code);
  cli::add_new_command(app, exit_code);
  cli::add_certify_command(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem) == 0 ? cli::as_expected : cli::bad_input;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const asymptest::cli::NothingMatches& problem) {
    fmt::print(stderr, "asymptest: {}\n", problem.what());
    return asymptest::cli::nothing_measured;
  } catch (const std::exception& problem) {
    fmt::print(stderr, "asymptest: {}\n", problem.what());
    return asymptest::cli::bad_input;
  }
}
