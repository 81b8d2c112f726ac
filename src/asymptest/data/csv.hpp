#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace asymptest::cli {

/// The numbers of some columns of a CSV file.
struct NumericTable {
  std::vector<std::vector<double>> columns;  ///< in the order that was asked for
  std::vector<std::size_t> lines;            ///< the line of each row in the file, from 1
  std::size_t skipped = 0;                   ///< rows left out for a missing cell
};

/// Which rows of a file are read.
struct RowChoice {
  struct Cell {
    std::string column, text;
  };
  std::vector<Cell> where = {};  ///< only rows whose cells are these, surrounding spaces aside
  /// Rows with a blank, NA, N/A, NaN, null, none or - in a column that is read are left out and
  /// counted, instead of being refused.
  bool skip_missing = false;
};

/// Reads the columns called `names`. The first line holds the names; cells are separated by commas,
/// may be quoted ("" within quotes is a quote) and surrounded by spaces; lines end in LF or CRLF; a
/// UTF-8 byte order mark and blank lines are skipped. Every cell of those columns must be a finite
/// decimal number; the others are not looked at.
///
/// Throws InputError beginning with `source` for the first of: no line at all, a name that is
/// missing or there twice, no row that is chosen below the names, and in the order of the lines a
/// row with another number of cells than the first line, an unclosed quote, a cell that is no
/// number or not finite.
NumericTable read_columns(std::string_view text, std::string_view source,
                          const std::vector<std::string>& names, const RowChoice& choice = {});

}  // namespace asymptest::cli
