#include "asymptest/cli/commands/check_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/check/check.hpp"
#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {
namespace {

struct Options {
  CheckRequest request;
  double correction = 0;
  double period = 0;
  std::string summary = "mean";
  std::string standard_error, trials;
  bool json = false;
};

int exit_code_for(Outcome outcome) {
  constexpr ExitCode codes[] = {as_expected, not_expected, undecided};
  return codes[static_cast<int>(outcome)];
}

Summary summary_of(std::string_view name) {
  if (name == "median") return Summary::median;
  return name == "geometric-mean" ? Summary::geometric_mean : Summary::mean;
}

int run(const Options& options) {
  try {
    const Verdict verdict = check(options.request);
    fmt::print("{}", options.json ? check_json(options.request, verdict)
                                  : check_text(options.request, verdict));
    return exit_code_for(verdict.outcome);
  } catch (const InputError& problem) {
    fmt::print(stderr, "asymptest check: {}\n", problem.what());
    return bad_input;
  }
}

// An option that may be given several times, one value each.
CLI::Option& add_repeated(CLI::App& command, const char* name, std::vector<std::string>& values,
                          const char* help) {
  return *command.add_option(name, values, help)->expected(1)->take_all()->allow_extra_args(false);
}

void add_row_options(CLI::App& command, Options& options) {
  CheckRequest& request = options.request;
  add_repeated(command, "--where", request.where,
               "Only rows with this cell, method=FEM; repeat it for several columns")
      .type_name("CELL");
  command.add_flag(
      "--skip-missing", request.skip_missing,
      "Leave out rows with a blank, NA or NaN where a number is read, and say how many");
  add_repeated(command, "--from", request.from,
               "Leave out smaller sizes; NAME=NUMBER for one column of several")
      .type_name("SIZE");
  add_repeated(command, "--up-to", request.up_to, "Leave out larger sizes, likewise")
      .type_name("SIZE");
  command
      .add_option("--se", options.standard_error,
                  "Column with the standard error of --y, which is then a mean, one row a size")
      ->type_name("COLUMN");
  command
      .add_option("--n", options.trials,
                  "Column with the number of trials behind each mean; unsaid, the standard errors "
                  "are taken as known")
      ->type_name("COLUMN");
}

void add_options(CLI::App& command, Options& options) {
  CheckRequest& request = options.request;
  command.add_option("FILE", request.file, "CSV file, one row a trial; - reads standard input")
      ->required()
      ->type_name("");
  command.add_option("--x", request.sizes, "Column with a size; repeat it for several")
      ->required()
      ->type_name("COLUMN")
      ->expected(1)
      ->take_all()
      ->allow_extra_args(false);
  command.add_option("--y", request.value, "Column with the measurement")
      ->required()
      ->type_name("COLUMN");
  command
      .add_option("--predict", request.law,
                  "The law: theta, at_most or at_least, then factors: 'theta n^0.5 p^(-1/3)'; or "
                  "beside a constant of unknown value: 'E + N^-0.35'")
      ->required()
      ->type_name("LAW");
  command.add_option("--within", request.band, "Half the width of the exponents' band")
      ->required()
      ->type_name("WIDTH");
  add_alpha_option(command, request.alpha, "the verdict");
  command
      .add_option(
          "--towards", request.towards,
          "Limit of the law: infinity, or 0 for a step or a noise; NAME=0 for one column of "
          "several; repeat it [asked for where the answer depends on it]")
      ->type_name("LIMIT")
      ->expected(1)
      ->take_all()
      ->allow_extra_args(false);
  command.add_flag("--up-to-logs", request.up_to_logs, "The law holds up to powers of log x");
  command
      .add_option("--correction", options.correction,
                  "Exponent w of the finite-size correction 1 + b x^-w [fitted]")
      ->type_name("W");
  command
      .add_option("--period", options.period,
                  "Ratio of sizes over which a log-periodic law repeats [fitted]")
      ->type_name("RATIO");
  command
      .add_option("--summary", options.summary,
                  "What of the trials the law speaks of: mean, median or geometric-mean [mean]")
      ->check(CLI::IsMember({"mean", "median", "geometric-mean"}).description(""))
      ->type_name("WHAT");
  command.add_flag("--json", options.json, "Print one JSON object");
}

}  // namespace

void add_check_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("check", "Decide a power law from measurements of your own");
  const auto options = std::make_shared<Options>();
  add_options(*command, *options);
  add_row_options(*command, *options);
  command->footer(
      "Exit code: 0 supported, 1 refuted, 2 bad input, 3 inconclusive.\n"
      "Example: asymptest check runs.csv --x N --y loss --predict 'theta N^-0.5' --within 0.05");
  command->callback([command, options, &exit_code] {
    if (command->count("--correction") > 0) options->request.correction = options->correction;
    if (command->count("--period") > 0) options->request.period = options->period;
    if (command->count("--se") > 0) options->request.standard_error = options->standard_error;
    if (command->count("--n") > 0) options->request.trials = options->trials;
    options->request.summary = summary_of(options->summary);
    exit_code = run(*options);
  });
}

}  // namespace asymptest::cli
