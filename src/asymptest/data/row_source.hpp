#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace asymptest::cli {

/// The rows of a person's file, one after the other, whatever its format.
class RowSource {
 public:
  explicit RowSource(std::string_view source) : source_(source) {}
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;
  virtual ~RowSource() = default;

  /// The columns' names, in the order of the cells.
  [[nodiscard]] virtual const std::vector<std::string>& names() const = 0;

  /// Reads another row; false at the end. Throws InputError with its place for one that can't be.
  virtual bool next() = 0;

  /// What `place` counts: "line" or "entry".
  [[nodiscard]] virtual std::string_view place_word() const { return "line"; }

  /// How the file was read where that is not a matter of course: "cells separated by ';'".
  [[nodiscard]] virtual std::string format() const { return ""; }

  /// The row's cells without surrounding blanks; valid until the next row is read.
  [[nodiscard]] const std::vector<std::string_view>& cells() const { return cells_; }

  /// Where the row stands in the file, from 1.
  [[nodiscard]] std::size_t place() const { return place_; }

  /// How messages call the file.
  [[nodiscard]] std::string_view source() const { return source_; }

  /// Throws InputError with the file and the row's place before the problem.
  [[noreturn]] void refuse(const std::string& problem) const;

 protected:
  std::string_view source_;
  std::vector<std::string_view> cells_;
  std::size_t place_ = 1;
};

}  // namespace asymptest::cli
