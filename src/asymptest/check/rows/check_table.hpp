#pragma once

#include <string>
#include <vector>

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/data/table.hpp"

namespace asymptest::cli {

/// The columns that are read: the sizes, the value, then the standard error or the interval's ends,
/// and the trials, as far as they are named.
std::vector<std::string> columns_of(const CheckRequest& request);

/// Those columns of the request's file, computed ones (`let`) too, without the rows that are not
/// chosen. Where the law speaks of a median, the value may be a bound.
/// Throws InputError for what `read_columns` refuses, for options that can't be read, for a
/// computed number that is not finite, with its line, and if no row is left.
NumericTable read_table(const CheckRequest& request);

/// The different texts of a column, in their order, of the rows that are chosen.
std::vector<std::string> texts_of(const CheckRequest& request, const std::string& column);

/// The table without the rows beyond `from` and `up_to`.
/// Throws InputError for a bound that can't be read, a name that is no --x column, and if nothing
/// is left.
NumericTable within_bounds(const CheckRequest& request, const NumericTable& table);

/// Throws InputError with the row's place, the column and its number.
[[noreturn]] void refuse_number(const CheckRequest& request, const NumericTable& table,
                                std::size_t row, const std::string& column, double number,
                                const std::string& expected);

}  // namespace asymptest::cli
