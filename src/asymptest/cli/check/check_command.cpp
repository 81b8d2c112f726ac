#include "asymptest/cli/check/check_command.hpp"

#include <fmt/format.h>

#include <memory>

#include "asymptest/check/check.hpp"
#include "asymptest/cli/check/check_record.hpp"
#include "asymptest/cli/check/command_line.hpp"
#include "asymptest/cli/check/row_options.hpp"
#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/estimate/resolution.hpp"
#include "asymptest/report/write_report.hpp"

namespace asymptest::cli {
namespace {

struct Options {
  CheckRequest request;
  std::string planned_sizes;  ///< of --resolution
  PlannedDesign planned;
  std::string report, figure;  ///< a folder and a file to be written
  bool json = false;
};

int exit_code_for(Outcome outcome) {
  constexpr ExitCode codes[] = {as_expected, not_expected, undecided};
  return codes[static_cast<int>(outcome)];
}

ExitCode print_resolution(const Options& options) {
  PlannedDesign design = options.planned;
  design.sizes = planned_sizes(options.planned_sizes);
  design.alpha = options.request.alpha;
  const double band = resolution_of(design);
  fmt::print("{}", options.json ? resolution_json(design, band) : resolution_text(design, band));
  return as_expected;
}

void write_views(const Options& options, const CheckAnswer& answer, const std::string& command) {
  if (options.report.empty() && options.figure.empty()) return;
  const Record record = record_of_check(options.request, answer, command);
  if (!options.report.empty()) write_report(record, options.report);
  if (!options.figure.empty()) write_figure(record, options.figure);
}

int run(const Options& options, const std::string& command) {
  try {
    if (!options.planned_sizes.empty()) return print_resolution(options);
    const CheckAnswer answer = check(options.request);
    fmt::print("{}", options.json ? check_json(answer) : check_text(answer));
    write_views(options, answer, command);
    if (!options.report.empty() && !options.json) {
      fmt::print("Report: {}/index.html\n", options.report);
    }
    return exit_code_for(answer.verdict.outcome);
  } catch (const InputError& problem) {
    fmt::print(stderr, "asymptest check: {}\n", problem.what());
    return bad_input;
  }
}

void add_number(Command command, const char* name, std::optional<double>& number, const char* type,
                const char* help) {
  command
      .add_option_function<double>(
          name, [&number](double given) { number = given; }, help)
      .type_name(type);
}

void add_law_options(Command command, CheckRequest& request) {
  command
      .add_option("--predict", request.law,
                  "The law. Of a power: theta, at_most or at_least, then factors: 'theta n^0.5 "
                  "p^(-1/3)', 'theta (p - n - 1)^-1'; or beside a constant of unknown value: 'E + "
                  "N^-0.35'. Of another kind: 'equals 2*n', 'decays t 0.1', 'always_at_most 1', "
                  "'increasing n', 'decreasing n', 'peak n 100', 'valley n 100', 'descents n 2'")
      .type_name("LAW");
  command
      .add_option("--within", request.band,
                  "Half the width of the band: of the exponents; relative, of a value, a rate, a "
                  "peak's place or a reversal; of always, the chance of a violation to be excluded")
      .type_name("WIDTH");
  add_alpha_option(command, request.alpha, "the verdict");
  add_limit_option(command, request.towards);
  add_repeated(command, "--rival", request.rivals,
               "A value that another theory gives, for the report: -0.25 or -0.25=NAME; repeat it")
      .type_name("VALUE");
  command.add_flag("--up-to-logs", request.up_to_logs, "The law holds up to powers of log x");
  command.add_flag("--no-hidden-terms", request.no_hidden_terms,
                   "Theory excludes logarithms, a second term that leads at the first sizes, a "
                   "saturation and a change of regime");
  add_number(command, "--correction", request.correction, "W",
             "Exponent w of the finite-size correction 1 + b x^-w [fitted]");
  add_number(command, "--period", request.period, "RATIO",
             "Ratio of sizes over which a log-periodic law repeats [fitted]");
  add_number(command, "--but-for-chance", request.chance, "P",
             "Chance with which the bound of 'always' may fail [0]");
}

/// Before anything is measured: no file, no law.
void add_resolution_options(Command command, Options& options) {
  command
      .add_option(
          "--resolution", options.planned_sizes,
          "Instead of a file: the smallest band that sizes would decide, 16:2048 (doubling) "
          "or 16,32,64,128, with --trials and --noise")
      .type_name("SIZES");
  command.add_option("--trials", options.planned.trials, "Trials planned for each size")
      .type_name("N");
  command.add_option("--noise", options.planned.noise, "Relative noise of a trial").type_name("R");
}

/// What a file's check needs, named as the parser names it.
void require_file_options(Command command) {
  if (command.count("--resolution") > 0) return;
  command.require_given({"FILE", "--x", "--y", "--predict", "--within"});
}

}  // namespace

void add_check_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand("check", "Decide a law from measurements of your own");
  const auto options = std::make_shared<Options>();
  CheckRequest& request = options->request;
  add_file_options(command, request);
  add_law_options(command, request);
  add_summary_option(command, request.summary);
  add_range_option(command, request);
  add_error_options(command, request.errors);
  add_row_options(command, request.rows);
  add_resolution_options(command, *options);
  command.add_option("--report", options->report, "Folder for the report").type_name("DIR");
  command.add_option("--svg", options->figure, "File for the figure alone").type_name("FILE");
  command.add_flag("--json", options->json, "Print one JSON object");
  command.footer(
      "Exit code: 0 supported, 1 refuted, 2 bad input, 3 inconclusive.\n"
      "Example: asymptest check runs.csv --x N --y loss --predict 'theta N^-0.5' --within 0.05");
  command.callback([command, options, &exit_code] {
    require_file_options(command);
    exit_code = run(*options, command_line(command));
  });
}

}  // namespace asymptest::cli
