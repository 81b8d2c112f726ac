#include "asymptest/cli/check/check_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "asymptest/check/check.hpp"
#include "asymptest/cli/check/row_options.hpp"
#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {
namespace {

struct Options {
  CheckRequest request;
  bool json = false;
};

int exit_code_for(Outcome outcome) {
  constexpr ExitCode codes[] = {as_expected, not_expected, undecided};
  return codes[static_cast<int>(outcome)];
}

int run(const Options& options) {
  try {
    const CheckAnswer answer = check(options.request);
    fmt::print("{}", options.json ? check_json(answer) : check_text(answer));
    return exit_code_for(answer.verdict.outcome);
  } catch (const InputError& problem) {
    fmt::print(stderr, "asymptest check: {}\n", problem.what());
    return bad_input;
  }
}

void add_number(CLI::App& command, const char* name, std::optional<double>& number,
                const char* type, const char* help) {
  command
      .add_option_function<double>(
          name, [&number](double given) { number = given; }, help)
      ->type_name(type);
}

void add_law_options(CLI::App& command, CheckRequest& request) {
  command
      .add_option("--predict", request.law,
                  "The law. Of a power: theta, at_most or at_least, then factors: 'theta n^0.5 "
                  "p^(-1/3)', 'theta (p - n - 1)^-1'; or beside a constant of unknown value: 'E + "
                  "N^-0.35'. Of another kind: 'equals 2*n', 'decays t 0.1', 'always_at_most 1', "
                  "'increasing n', 'decreasing n', 'peak n 100', 'valley n 100', 'descents n 2'")
      ->required()
      ->type_name("LAW");
  command
      .add_option("--within", request.band,
                  "Half the width of the band: of the exponents; relative, of a value, a rate, a "
                  "peak's place or a reversal; of always, the chance of a violation to be excluded")
      ->required()
      ->type_name("WIDTH");
  add_alpha_option(command, request.alpha, "the verdict");
  add_repeated(command, "--towards", request.towards,
               "Limit of the law: infinity, or 0 for a step or a noise; NAME=0 for one column of "
               "several; repeat it [asked for where the answer depends on it]")
      .type_name("LIMIT");
  command.add_flag("--up-to-logs", request.up_to_logs, "The law holds up to powers of log x");
  add_number(command, "--correction", request.correction, "W",
             "Exponent w of the finite-size correction 1 + b x^-w [fitted]");
  add_number(command, "--period", request.period, "RATIO",
             "Ratio of sizes over which a log-periodic law repeats [fitted]");
  add_number(command, "--but-for-chance", request.chance, "P",
             "Chance with which the bound of 'always' may fail [0]");
}

}  // namespace

void add_check_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("check", "Decide a law from measurements of your own");
  const auto options = std::make_shared<Options>();
  CheckRequest& request = options->request;
  add_file_options(*command, request);
  add_law_options(*command, request);
  add_summary_option(*command, request.summary);
  add_error_options(*command, request.errors);
  add_row_options(*command, request.rows);
  command->add_flag("--json", options->json, "Print one JSON object");
  command->footer(
      "Exit code: 0 supported, 1 refuted, 2 bad input, 3 inconclusive.\n"
      "Example: asymptest check runs.csv --x N --y loss --predict 'theta N^-0.5' --within 0.05");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace asymptest::cli
