#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/data/row_source.hpp"

namespace asymptest::cli {

/// Rows of cells with a separator between: ',', ';', a tab, any other character, or ' ' for any
/// number of blanks and tabs.
///
/// Cells may be quoted ("" within quotes is a quote) and surrounded by blanks; lines end in LF or
/// CRLF; a UTF-8 byte order mark, blank lines and lines that begin with # are skipped.
///
/// The first row holds the names. Where it holds numbers alone there are none: they are then those
/// of the comment before it, if it has as many words, else "1", "2", ….
class DelimitedRows : public RowSource {
 public:
  DelimitedRows(std::string_view text, std::string_view source, char separator);

  [[nodiscard]] const std::vector<std::string>& names() const override { return names_; }
  /// Also throws InputError for a row with another number of cells than the first, and for a quote
  /// that isn't closed.
  bool next() override;
  [[nodiscard]] std::string format() const override;

 private:
  bool next_row();
  void read_row();
  void read_separated();
  void read_words();
  void skip_comment();
  bool skip(char c);
  std::string_view read_cell();
  std::string_view read_quoted();
  void take_names();

  std::string_view rest_, comment_;
  char separator_;
  std::size_t next_line_ = 1, width_ = 0;
  bool first_is_data_ = false, named_by_comment_ = false;
  std::vector<std::string> names_;
  std::deque<std::string> unescaped_;  // a deque, whose elements stay where they are
};

}  // namespace asymptest::cli
