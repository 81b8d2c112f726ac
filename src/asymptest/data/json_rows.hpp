#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/data/row_source.hpp"

namespace asymptest::cli {

/// Whether a text is JSON: its first character is { or [.
bool is_json(std::string_view text);

/// Rows of a JSON file, of the columns that are looked for alone: JSON lines (an object a line), an
/// array of objects, one object of columns (arrays, or objects of the same keys, as pandas writes
/// them), or the output of Google Benchmark (`--benchmark_format=json`).
///
/// A value within another is called `outer.inner`. null, and what an object lacks, is a blank cell.
/// Of Google Benchmark's output the aggregates are left out; the columns are its fields, with times
/// in ns, and of a name such as BM_Sort/1024/n:8 `family` (BM_Sort), `arg1` (1024) and `n` (8).
class JsonRows : public RowSource {
 public:
  /// `names`: the columns that are looked for. Throws InputError with the place of what is no JSON,
  /// for a name that is in no row, and for columns of other keys than the first.
  JsonRows(std::string_view text, std::string_view source, std::span<const std::string> names);
  ~JsonRows() override;

  [[nodiscard]] const std::vector<std::string>& names() const override { return names_; }
  bool next() override;
  [[nodiscard]] std::string_view place_word() const override { return word_; }
  [[nodiscard]] std::string format() const override { return format_; }

 private:
  void read_lines(std::string_view text);
  void read_array(const nlohmann::json& rows);
  void read_columns(const nlohmann::json& columns);
  void read_benchmarks(const nlohmann::json& benchmarks);
  void add(const nlohmann::json& row, std::size_t place);
  void require_names() const;

  std::vector<std::string> names_;
  std::vector<bool> seen_;
  std::vector<std::string> known_;  ///< columns of the first row, for messages
  std::string word_ = "line", format_;
  std::vector<std::string> texts_;  ///< cells of all rows, row by row
  std::vector<std::size_t> places_;
  std::size_t row_ = 0;
};

}  // namespace asymptest::cli
