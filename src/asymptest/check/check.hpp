#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/defaults.hpp"
#include "asymptest/data/table.hpp"
#include "asymptest/inference/decide.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest::cli {

/// What `asymptest check` is asked.
struct CheckRequest {
  std::string file;                ///< "-": the standard input
  std::vector<std::string> sizes;  ///< columns with the sizes, one for each factor of the law
  std::string value;               ///< column with the measurement
  std::string law;                 ///< see `parse_power_law`
  double band = 0;                 ///< of each exponent
  double alpha = defaults::alpha;
  bool up_to_logs = false;
  std::optional<double> correction;  ///< exponent ω of a finite-size correction x^−ω
  std::optional<double> period;      ///< ratio m of a log-periodic law's sizes
  Summary summary = Summary::mean;
  /// Limits that the law speaks of: "0" or "infinity" for every factor, "h=0" for one.
  std::vector<std::string> towards = {};
  /// Column with the standard error of the measurement, which is then a mean, one row a size; and
  /// that with the number of trials behind it, without which the error is taken as known.
  std::optional<std::string> standard_error = {}, trials = {};
  std::vector<std::string> where = {};  ///< "COLUMN=TEXT": only rows with that cell
  bool skip_missing = false;
  /// "NUMBER" for every column of sizes, "NAME=NUMBER" for one: rows of smaller sizes, or of larger
  /// ones, are left out.
  std::vector<std::string> from = {}, up_to = {};
};

/// The prediction that the request states.
/// Throws InputError naming the first option that is no use: band, alpha, correction, period,
/// limit, columns that are named twice, a law that can't be read, whose factors and sizes don't
/// agree.
Prediction prediction_of(const CheckRequest& request);

/// One design point for each combination of sizes, in increasing order; its trials in the order of
/// the rows. The table has the columns of `request.sizes`, then `request.value`.
/// Throws InputError with the line of the first size (for a geometric mean, or value) that is not
/// positive, or the sizes of a column that are fewer than four.
std::vector<PointTrials> trials_of(const CheckRequest& request, const NumericTable& table);

/// Reads, and decides with the procedure of every claim. Throws InputError, also where the request
/// doesn't say which limit the law speaks of and it matters: a one-sided law, a size below 1, or a
/// verdict that the other limit would turn round.
Verdict check(const CheckRequest& request);

/// "supported: …", the exponents with their intervals, the limit where it was taken for granted,
/// and what an inconclusive verdict asks for.
std::string check_text(const CheckRequest& request, const Verdict& verdict);

/// The columns that are read: the sizes, the value, then the standard error and the trials, as far
/// as they are named.
std::vector<std::string> columns_of(const CheckRequest& request);

/// The table without the rows beyond `from` and `up_to`.
/// Throws InputError for a bound that can't be read, a name that is no --x column, and if nothing
/// is left.
NumericTable within_bounds(const CheckRequest& request, const NumericTable& table);

/// The summaries that a table of means and standard errors states.
/// Throws InputError with the line of a mean or error that is not positive, of trials that are
/// fewer than two, or of sizes that an earlier row has.
Statistics published(const CheckRequest& request, const NumericTable& table);

/// One object: verdict, reason, need, alpha, prediction, exponents (name, towards, estimate, lower,
/// upper, predicted, band_lower, band_upper), model, goodness_of_fit, design_points, trials. Ends
/// of intervals that are open, and a goodness of fit that means nothing, are null.
std::string check_json(const CheckRequest& request, const Verdict& verdict);

}  // namespace asymptest::cli
