#include "asymptest/engine/execution/trial_in_progress.hpp"

#include <signal.h>  // NOLINT(modernize-deprecated-headers): POSIX's sigaction
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace asymptest {
namespace {

/// Of the thread; what a signal handler may read: no constructor, no allocation.
struct CurrentTrial {
  const char* subject;  ///< null while nothing is measured
  const char* point;
  std::uint64_t seed;
  std::int64_t trial;
};

thread_local constinit CurrentTrial current_trial{};

/// Builds a line in memory of its own: a handler may call neither fmt nor malloc.
class SignalSafeLine {
 public:
  /// Texts and whole numbers, one behind the other.
  template <class... Parts>
  void add(const Parts&... parts) {
    (..., add_part(parts));
  }
  void write_to(int descriptor) const {
    const auto ignored = ::write(descriptor, text_.data(), length_);
    static_cast<void>(ignored);
  }

 private:
  void add_part(std::string_view text) {
    const std::size_t length = std::min(text.size(), text_.size() - length_);
    std::memcpy(text_.data() + length_, text.data(), length);
    length_ += length;
  }
  template <std::integral Integer>
  void add_part(Integer number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    add_part(std::string_view(digits.data(), static_cast<std::size_t>(end.ptr - digits.data())));
  }

  static constexpr std::size_t longest = 2048;
  std::array<char, longest> text_{};
  std::size_t length_ = 0;
};

constexpr std::array crash_signals{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

std::string_view signal_name(int number) {
  switch (number) {
    case SIGSEGV:
      return "SIGSEGV";
    case SIGBUS:
      return "SIGBUS";
    case SIGFPE:
      return "SIGFPE";
    case SIGILL:
      return "SIGILL";
    default:
      return "SIGABRT";
  }
}

void add_trial(SignalSafeLine& line) {
  const auto& [subject, point, seed, trial] = current_trial;
  line.add(" while it measured ", subject, " at ", point, ", trial ", trial, "; `asymptest run ",
           subject, " --point ", point, " --trial ", trial, " --seed ", seed, "` repeats it alone");
}

void on_crash(int number) {
  SignalSafeLine line;
  line.add("\nasymptest: crashed (", signal_name(number), ")");
  if (current_trial.subject != nullptr) add_trial(line);
  line.add("\n");
  line.write_to(STDERR_FILENO);
  // SA_RESETHAND has put the default back: the signal now ends the program.
  ::raise(number);
}

}  // namespace

TrialInProgress::TrialInProgress(const std::string& subject, const std::string& point,
                                 std::uint64_t seed, std::int64_t trial) {
  current_trial = {subject.c_str(), point.c_str(), seed, trial};
}

TrialInProgress::~TrialInProgress() { current_trial = {}; }

void tell_of_crashes() {
  for (const int number : crash_signals) {
    struct sigaction known {};
    sigaction(number, nullptr, &known);
    if (known.sa_handler != SIG_DFL) continue;  // a sanitizer's, which says more
    struct sigaction action {};
    action.sa_handler = on_crash;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_ONSTACK | SA_NODEFER);
    sigaction(number, &action, nullptr);
  }
}

AlternateStack::AlternateStack() {
  constexpr std::size_t size = 64 * 1024;
  memory_.resize(size);
  const stack_t stack{.ss_sp = memory_.data(), .ss_flags = 0, .ss_size = size};
  sigaltstack(&stack, nullptr);
}

AlternateStack::~AlternateStack() {
  const stack_t none{.ss_sp = nullptr, .ss_flags = SS_DISABLE, .ss_size = 0};
  sigaltstack(&none, nullptr);
}

}  // namespace asymptest
