#include "asymptest/cli/check/row_options.hpp"

namespace asymptest::cli {
namespace {

void add_column(Command command, const char* name, std::optional<std::string>& column,
                const char* help) {
  command
      .add_option_function<std::string>(
          name, [&column](const std::string& given) { column = given; }, help)
      .type_name("COLUMN");
}

Summary summary_called(const std::string& name) {
  if (name == "median") return Summary::median;
  if (name == "proportion") return Summary::proportion;
  return name == "geometric-mean" ? Summary::geometric_mean : Summary::mean;
}

}  // namespace

Option add_repeated(Command command, const char* name, std::vector<std::string>& values,
                    const char* help) {
  return command.add_option(name, values, help).repeated();
}

void add_file_options(Command command, CheckRequest& request) {
  command.add_option("FILE", request.file, "Table or JSON, one row a trial; - reads standard input")
      .type_name("");
  add_repeated(command, "--x", request.sizes, "Column with a size; repeat it for several")
      .type_name("COLUMN");
  command.add_option("--y", request.value, "Column with the measurement").type_name("COLUMN");
}

void add_row_options(Command command, RowRequest& rows) {
  command
      .add_option("--separator", rows.separator,
                  "Between cells: comma, semicolon, tab, blanks or a character [found out]")
      .type_name("WHAT");
  add_repeated(command, "--let", rows.let,
               "A column computed from others, 'cost = n*log(n)^2'; repeat it for several")
      .type_name("FORMULA");
  add_column(command, "--pair", rows.pair,
             "Column with what trials share at every size: a seed, a test point");
  add_column(command, "--group", rows.group,
             "Column with what rows of a size share, such as a run: each is one trial");
  add_repeated(command, "--where", rows.where,
               "Only rows with this cell, method=FEM; repeat it for several columns")
      .type_name("CELL");
  command.add_flag(
      "--skip-missing", rows.skip_missing,
      "Leave out rows with a blank, NA or NaN where a number is read, and say how many");
  add_repeated(command, "--from", rows.from,
               "Leave out smaller sizes; NAME=NUMBER for one column of several")
      .type_name("SIZE");
  add_repeated(command, "--up-to", rows.up_to, "Leave out larger sizes, likewise")
      .type_name("SIZE");
}

void add_error_options(Command command, ErrorColumns& errors) {
  add_column(command, "--se", errors.standard_error,
             "Column with the standard error of --y, which is then a mean, one row a size");
  add_column(command, "--lower", errors.lower,
             "Column with the lower end of an interval of --y, likewise");
  add_column(command, "--upper", errors.upper, "Column with its upper end");
  command.add_option("--confidence", errors.confidence, "Confidence of that interval [0.95]")
      .type_name("P");
  add_column(command, "--n", errors.trials,
             "Column with the number of trials behind each mean or proportion; unsaid, the errors "
             "are taken as known");
}

void add_limit_option(Command command, std::vector<std::string>& towards) {
  add_repeated(command, "--towards", towards,
               "Limit of the law: infinity, or 0 for a step or a noise; NAME=0 for one column of "
               "several; repeat it [asked for where the answer depends on it]")
      .type_name("LIMIT");
}

void add_summary_option(Command command, Summary& summary) {
  command
      .add_option_function<std::string>(
          "--summary", [&summary](const std::string& name) { summary = summary_called(name); },
          "What of the trials the law speaks of: mean, geometric-mean, median, which takes bounds "
          "such as >60 and timeout, or proportion, of trials that are 0 or 1 [mean]")
      .one_of({"mean", "median", "geometric-mean", "proportion"})
      .type_name("WHAT");
}

void add_range_option(Command command, CheckRequest& request) {
  command
      .add_option_function<std::vector<double>>(
          "--bounded",
          [&request](const std::vector<double>& ends) {
            request.range = ValueRange{ends[0], ends[1]};
            if (request.summary == Summary::mean) request.summary = Summary::bounded_mean;
          },
          "The least and the largest value that a trial can have, 0,1: the mean is then decided "
          "without any other assumption on the trials, as often as one likes")
      .expected(2, 2)
      .delimiter(',')
      .type_name("RANGE");
}

}  // namespace asymptest::cli
