#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/experiment/program/request.hpp"

namespace asymptest {

/// Trials that were measured before: a table (`read_columns`) with a row a trial, a column for each
/// axis and one with the value.
struct FinishedRuns {
  std::filesystem::path folder;  ///< the claim file's
  std::string file;              ///< named from there
  std::string value = "value";   ///< the column of the value
  /// Only rows whose column of that name is that text are taken.
  Parameters parameters;
};

/// The values of a design point in the order of the rows; by `Point::key()`.
using RunsByPoint = std::map<std::string, std::vector<double>>;

/// What the file holds.
struct RunsOfFile {
  std::vector<Point> points;  ///< in increasing order
  RunsByPoint values;

  /// How many trials the design point with the fewest has: as many can be looked at.
  [[nodiscard]] std::int64_t fewest() const;
};

/// Reads the file. Throws an exception with the file, the line and what was expected.
RunsOfFile read_runs(const FinishedRuns& runs, const std::vector<std::string>& axes);

/// Trial k at a design point: the k-th of its rows. Throws FailedTrial beyond them.
Trial trial_of(RunsOfFile runs);

}  // namespace asymptest
