#pragma once

#include <optional>
#include <string>
#include <vector>

#include "asymptest/claim/defaults.hpp"
#include "asymptest/claim/laws/prediction.hpp"

namespace asymptest::cli {

/// How the rows of a file are read.
struct RowRequest {
  std::string separator = {};           ///< "comma", "tab", …, a character; empty: found out
  std::vector<std::string> where = {};  ///< "COLUMN=TEXT": only rows with that cell
  bool skip_missing = false;
  /// "NUMBER" for every column of sizes, "NAME=NUMBER" for one: rows of smaller sizes, or of larger
  /// ones, are left out.
  std::vector<std::string> from = {}, up_to = {};
  /// Column whose text says what rows share: at every size (one seed, one test point), or at one
  /// alone (a run of several rows).
  std::optional<std::string> pair = {}, group = {};
  std::vector<std::string> let = {};  ///< "NAME = FORMULA": a column computed from others
};

/// Columns that say how far the measurement, a mean then, one row a size, can be trusted.
struct ErrorColumns {
  std::optional<std::string> standard_error = {};
  std::optional<std::string> lower = {}, upper = {};  ///< a confidence interval
  double confidence = 0.95;                           ///< of that interval
  /// The trials behind each mean, without which the error is taken as known.
  std::optional<std::string> trials = {};

  [[nodiscard]] bool are_given() const { return standard_error || lower || upper; }
};

/// What `asymptest check` is asked.
struct CheckRequest {
  std::string file;                ///< "-": the standard input
  std::vector<std::string> sizes;  ///< columns with the sizes, one for each axis of the law
  std::string value;               ///< column with the measurement
  std::string law;                 ///< see `parse_law`
  double band = 0;
  double alpha = defaults::alpha;
  bool up_to_logs = false;
  bool no_hidden_terms = false;      ///< as theory says: see `Prediction::may_hide_terms`
  std::optional<double> correction;  ///< exponent ω of a finite-size correction x^−ω
  std::optional<double> period;      ///< ratio m of a log-periodic law's sizes
  std::optional<double> chance;      ///< that the bound of an `always` may fail
  Summary summary = Summary::mean;
  std::optional<ValueRange> range = {};  ///< that no trial leaves; the summary is a bounded mean
  /// Limits that the law speaks of: "0" or "infinity" for every factor, "h=0" for one.
  std::vector<std::string> towards = {};
  std::vector<std::string> rivals = {};  ///< "VALUE" or "VALUE=NAME": of other theories
  RowRequest rows = {};
  ErrorColumns errors = {};
};

}  // namespace asymptest::cli
