#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "asymptest/experiment/program/request.hpp"

namespace asymptest {

/// What a claim file can't mean: "width.toml:12: sweep.m.geometric is 'wide', expected …".
class ClaimFileError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The fields of one table of a TOML file. Each is read by its key; what has another type, or is
/// missing, is refused with file, line, key, the value and what was expected: every member throws
/// ClaimFileError.
class Fields {
 public:
  /// The file's own, that is, its outermost table. `name` is how messages call the file.
  static Fields of_text(std::string_view text, const std::string& name);

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
  [[nodiscard]] std::string required_text(std::string_view key) const;
  [[nodiscard]] std::optional<double> number(std::string_view key) const;
  [[nodiscard]] double required_number(std::string_view key) const;
  [[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view key,
                                                         std::int64_t least) const;
  [[nodiscard]] bool flag(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
  [[nodiscard]] std::vector<double> numbers(std::string_view key) const;
  [[nodiscard]] std::optional<Fields> table(std::string_view key) const;
  [[nodiscard]] Fields required_table(std::string_view key) const;
  /// An array of tables; none if there is no such key.
  [[nodiscard]] std::vector<Fields> tables(std::string_view key) const;
  /// The tables of a table, and its scalars, in the order of the file, by their keys.
  [[nodiscard]] std::vector<std::pair<std::string, Fields>> named_tables() const;
  [[nodiscard]] std::vector<std::pair<std::string, Scalar>> named_scalars() const;
  [[nodiscard]] bool is_text(std::string_view key) const;
  [[nodiscard]] bool is_table(std::string_view key) const;

  /// Refuses a key that is none of these. To be called before any is read: a mistyped key says
  /// more than the one that is missing for it.
  void only(std::initializer_list<std::string_view> keys,
            std::span<const std::string_view> more = {}) const;
  /// Refuses the field: "FILE:LINE: KEY PROBLEM".
  [[noreturn]] void refuse(std::string_view key, std::string_view problem) const;
  /// Refuses the field with the value as it stands: "FILE:LINE: KEY is VALUE, expected EXPECTED".
  [[noreturn]] void refuse_value(std::string_view key, std::string_view expected) const;
  /// Calls `action`, and refuses the field with the message of what it throws.
  void within(std::string_view key, const std::function<void()>& action) const;

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] int line() const;

 private:
  struct Node;
  Fields(std::shared_ptr<const Node> node, std::string file, std::string path);
  [[nodiscard]] std::string path_to(std::string_view key) const;
  [[nodiscard]] Fields child(const Node& node, const std::string& path) const;

  std::shared_ptr<const Node> node_;
  std::string file_, path_;
};

}  // namespace asymptest
