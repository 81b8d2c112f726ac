#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/data/cell_number.hpp"

namespace asymptest::cli {

/// The numbers of some columns of a file.
struct NumericTable {
  std::vector<std::vector<double>> columns;          ///< in the order that was asked for
  std::vector<std::size_t> lines;                    ///< the place of each row in the file, from 1
  std::size_t skipped = 0;                           ///< rows left out for a missing cell
  std::vector<std::vector<std::string>> texts = {};  ///< of columns that are read as they are
  /// Of the column that takes bounds: which of its values are bounds. Empty where none was seen.
  std::vector<Censoring> censoring = {};
  std::string place_word = "line";  ///< what `lines` counts, "entry" in an array
  std::string format = {};  ///< how the file was read: "cells separated by ';', decimal commas"
};

/// Which rows of a file are read, and how.
struct RowChoice {
  /// A column by its name, and the text that a row has to have there.
  struct Cell {
    std::string column, text;
  };
  std::vector<Cell> where = {};  ///< only rows whose cells are these, surrounding blanks aside
  /// Rows with a blank, NA, N/A, NaN, null, none or - in a column that is read are left out and
  /// counted, instead of being refused.
  bool skip_missing = false;
  char separator = 0;                     ///< of the cells, ' ' for blanks; 0: it is found out
  std::vector<std::string> as_text = {};  ///< columns whose cells are kept as they are
  /// The column that may hold bounds: `<1e-6`, `>60`, `timeout`.
  std::optional<std::string> takes_bounds = {};
};

/// Reads the columns called `names` of delimited text (delimited_rows.hpp) or JSON (json_rows.hpp).
/// Every cell of those columns must be a finite decimal number; the others are not looked at.
///
/// Throws InputError beginning with `source` for the first of: no line at all, a name that is
/// missing or there twice, no row that is chosen below the names, and in the order of the lines a
/// row with another number of cells than the first line, an unclosed quote, a cell that is no
/// number or not finite.
NumericTable read_columns(std::string_view text, std::string_view source,
                          const std::vector<std::string>& names, const RowChoice& choice = {});

}  // namespace asymptest::cli
