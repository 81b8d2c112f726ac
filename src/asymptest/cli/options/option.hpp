#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace CLI {
class Option;
}  // namespace CLI

namespace asymptest::cli {

/// What is wrong with a value as it was typed; empty if nothing is.
using Check = std::function<std::string(const std::string& typed)>;

/// An option of a command, or a flag. A handle: copies speak of the same option. The parser's own
/// header takes seconds to compile, so that only this room reads it.
class Option {
 public:
  Option(CLI::Option& option) : option_(&option) {}  // NOLINT(google-explicit-constructor)

  Option type_name(const std::string& name) const;  ///< what stands for a value in the help
  Option required() const;
  Option check(const Check& fault) const;
  /// Numbers from `least` to `most`, which the help says.
  Option within(int least, int most) const;
  Option within(double least, double most) const;
  Option above_zero() const;
  Option one_of(const std::vector<std::string>& words) const;
  Option needs(Option other) const;
  Option excludes(Option other) const;
  Option expected(int least, int most) const;
  Option delimiter(char between_values) const;
  /// One value each time that it is given, and all of them kept.
  Option repeated() const;
  Option allow_extra_args(bool allowed) const;

  [[nodiscard]] std::size_t count() const;  ///< how often it was given
  [[nodiscard]] std::vector<std::string> values() const;
  [[nodiscard]] bool is_flag() const;
  [[nodiscard]] bool is_positional() const;
  [[nodiscard]] std::string name() const;  ///< with dashes, the long one before the short
  [[nodiscard]] std::string positional_name() const;
  [[nodiscard]] std::vector<std::string> short_names() const;  ///< without dashes
  [[nodiscard]] std::vector<std::string> long_names() const;
  [[nodiscard]] std::string value_name() const;
  [[nodiscard]] std::string help() const;

 private:
  friend class Command;
  CLI::Option* option_;
};

}  // namespace asymptest::cli
