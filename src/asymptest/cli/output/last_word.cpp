#include "asymptest/cli/output/last_word.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstddef>

namespace asymptest::cli {
namespace {

// Only what is ready beforehand may be used in a signal handler.
std::array<char, 512> words{};
std::size_t length = 0;

void speak(int signal_number) {
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, words.data(), length);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

}  // namespace

LastWord::LastWord(const std::string& what_is_kept) {
  const std::string text = "\nasymptest: stopped; " + what_is_kept + '\n';
  length = std::min(text.size(), words.size());
  std::copy_n(text.begin(), length, words.begin());
  for (const int one : {SIGINT, SIGTERM}) signal(one, speak);
}

LastWord::~LastWord() {
  for (const int one : {SIGINT, SIGTERM}) signal(one, SIG_DFL);
}

}  // namespace asymptest::cli
