#pragma once

#include <string>

namespace asymptest::cli {

/// While it lives, Ctrl-C (SIGINT) and SIGTERM end the program with a line on standard error: that
/// it was stopped, and what is kept. One at a time.
class LastWord {
 public:
  /// `what_is_kept`: "the trials so far are in results/store.sqlite".
  explicit LastWord(const std::string& what_is_kept);
  ~LastWord();
  LastWord(const LastWord&) = delete;
  LastWord& operator=(const LastWord&) = delete;
};

}  // namespace asymptest::cli
