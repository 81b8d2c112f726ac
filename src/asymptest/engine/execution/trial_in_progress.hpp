#pragma once

#include <cstdint>
#include <string>

namespace asymptest {

/// Names, while it lives, the trial that this thread measures, for what is told if the program
/// crashes. The texts have to live as long.
class TrialInProgress {
 public:
  TrialInProgress(const std::string& subject, const std::string& point, std::uint64_t seed,
                  std::int64_t trial);
  ~TrialInProgress();
  TrialInProgress(const TrialInProgress&) = delete;
  TrialInProgress& operator=(const TrialInProgress&) = delete;
};

/// From now on, a crash (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT) that nobody else handles ends
/// with a line on standard error that names the signal and the trial which the crashing thread was
/// measuring, with the command that repeats it alone. The program then dies of the signal as it
/// would have.
void tell_of_crashes();

/// Lets the handler run where this thread's stack has overflown, while it lives.
class AlternateStack {
 public:
  AlternateStack();
  ~AlternateStack();
  AlternateStack(const AlternateStack&) = delete;
  AlternateStack& operator=(const AlternateStack&) = delete;

 private:
  std::string memory_;
};

}  // namespace asymptest
