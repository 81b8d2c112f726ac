#include "asymptest/cli/check/fit_command.hpp"

#include <fmt/format.h>

#include <memory>
#include <optional>

#include "asymptest/cli/check/row_options.hpp"
#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/estimate/comparison.hpp"
#include "asymptest/estimate/estimate.hpp"

namespace asymptest::cli {
namespace {

struct FitOptions {
  CheckRequest request;
  std::string compared;
  bool json = false;
};

ExitCode print_comparison(const FitOptions& options) {
  const ExponentComparison comparison = compare_exponents(options.request, options.compared);
  fmt::print("{}", options.json ? comparison_json(comparison) : comparison_text(comparison));
  return comparison.fits ? as_expected : undecided;
}

ExitCode print_estimate(const FitOptions& options) {
  const ExponentAnswer answer = estimate_exponent(options.request);
  fmt::print("{}", options.json ? estimate_json(answer) : estimate_text(answer));
  return answer.forms.front().fits ? as_expected : undecided;
}

ExitCode run_fit(const FitOptions& options) {
  try {
    return options.compared.empty() ? print_estimate(options) : print_comparison(options);
  } catch (const InputError& problem) {
    fmt::print(stderr, "asymptest fit: {}\n", problem.what());
    return bad_input;
  }
}

}  // namespace

void add_fit_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand(
      "fit", "Estimate an exponent from measurements of your own, without a prediction");
  const auto options = std::make_shared<FitOptions>();
  CheckRequest& request = options->request;
  add_file_options(command, request);
  command
      .add_option(
          "--compare", options->compared,
          "Column with two methods, whose exponents are compared, or method=A,B of more; with "
          "--pair by pairs")
      .type_name("COLUMN");
  add_alpha_option(command, request.alpha, "the interval");
  add_limit_option(command, request.towards);
  add_summary_option(command, request.summary);
  add_error_options(command, request.errors);
  add_row_options(command, request.rows);
  command.add_flag("--json", options->json, "Print one JSON object");
  command.footer(
      "Exit code: 0 a power law fits, 2 bad input, 3 none fits.\n"
      "Example: asymptest fit runs.csv --x N --y loss");
  command.callback([command, options, &exit_code] {
    command.require_given({"FILE", "--x", "--y"});
    exit_code = run_fit(*options);
  });
}

}  // namespace asymptest::cli
