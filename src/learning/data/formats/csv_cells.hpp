#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

#include "learning/data/formats/file_bytes.hpp"

namespace asymptest::learning {

/// Reads the text of a CSV file cell by cell. The file must outlive it.
class CsvCells {
 public:
  explicit CsvCells(const FileBytes& file);

  /// Goes to the next line that is not blank; false at the end of the file.
  bool next_line();

  /// The next cell of the line, without the quotes and spaces around it; tells whether it was the
  /// last. Throws DataError for a quote that is not closed, or not followed by a comma.
  bool next_cell(std::string_view& cell);

  /// Throws a DataError that names byte, line and column of the last cell.
  [[noreturn]] void refuse(const std::string& problem) const;

 private:
  [[nodiscard]] std::size_t offset() const { return file_.bytes.size() - rest_.size(); }
  void skip_spaces();
  const char* after_quote();

  const FileBytes& file_;
  std::string_view rest_;
  std::size_t line_ = 1, column_ = 0, cell_at_ = 0;
  bool ended_line_ = false;
};

/// The whole cell as a number, "+1", "nan" and "inf" among them; otherwise
/// std::errc::invalid_argument, or result_out_of_range beyond the range of double precision.
std::errc read_cell_number(std::string_view cell, double& value);

}  // namespace asymptest::learning
