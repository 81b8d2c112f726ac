#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace asymptest {

/// The end of what a process writes: enough for its last lines, whatever it writes before.
class Tail {
 public:
  /// Keeps the last `most` bytes, and up to as many before.
  explicit Tail(std::size_t most = 1U << 16U) : most_(most) {}

  void add(std::string_view text);
  /// All that can be read from a descriptor that doesn't block. False at the end of the stream.
  bool read_from(int descriptor);
  [[nodiscard]] const std::string& text() const { return text_; }
  void clear() { text_.clear(); }

 private:
  std::size_t most_;
  std::string text_;
};

/// The last line that holds more than white space, without the white space around it.
std::string_view last_line(std::string_view text);

/// The last `count` such lines, joined by " | ", control characters as spaces, cut in the middle of
/// what is longer than a screen's width or two.
std::string last_lines(std::string_view text, int count);

}  // namespace asymptest
