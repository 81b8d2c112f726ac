#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "asymptest/data/row_source.hpp"

namespace asymptest::cli {

/// What a cell says of its value: the value itself, or that it lies below or above a bound.
enum class Censoring : unsigned char { none, below, above };

/// A number as a cell gives it: the value, or a bound of it.
struct CellValue {
  double value = 0;  ///< or the bound; infinite of a time-out that doesn't say when
  Censoring censoring = Censoring::none;
};

/// Whether a cell stands for a value that isn't there: blank, NA, N/A, NaN, null, none or -.
bool is_missing(std::string_view cell);

/// Whether a cell is a number as `CellNumbers` reads it, or nearly.
bool looks_like_number(std::string_view cell);

/// Reads cells as numbers. A decimal comma is one where another cell of the file shows that it is:
/// `1,024` may as well be a thousand and twenty-four.
class CellNumbers {
 public:
  /// The finite number in the row's cell of `column`; `<1e-6`, `>60` or a time-out where bounds are
  /// taken. Throws InputError with the row's place, the cell and what was expected.
  CellValue read(std::string_view cell, std::string_view column, const RowSource& row,
                 bool takes_bounds);

  /// Whether some cell had a decimal comma. Throws InputError for a `source` whose commas may be
  /// those of thousands, or that has decimal points too.
  [[nodiscard]] bool had_decimal_commas(std::string_view source) const;

 private:
  struct Seen {
    std::string where, cell;
  };
  double read_number(std::string_view cell, std::string_view column, const RowSource& row);
  std::optional<double> read_comma(std::string_view cell, std::string_view column,
                                   const RowSource& row);
  static void note(std::optional<Seen>& seen, std::string_view cell, std::string_view column,
                   const RowSource& row);

  std::optional<Seen> decimal_comma_, grouped_, point_;
};

}  // namespace asymptest::cli
