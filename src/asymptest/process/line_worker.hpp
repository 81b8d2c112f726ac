#pragma once

#include <stdexcept>
#include <string>

#include "asymptest/process/child.hpp"
#include "asymptest/process/run_to_end.hpp"
#include "asymptest/process/tail.hpp"

namespace asymptest {

/// A worker that gave no answer and has ended: why, and the last lines of its standard error.
class WorkerEnded : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A program that stays and answers lines by lines: JSON objects, one a line. What else it writes
/// to its standard output, as a library's greeting, is passed over.
class LineWorker {
 public:
  /// Throws StartError.
  explicit LineWorker(const Command& command);
  /// Closes its input, which tells it to end, and waits for that as long as the time of grace.
  ~LineWorker();
  LineWorker(const LineWorker&) = delete;
  LineWorker& operator=(const LineWorker&) = delete;

  /// The line that answers this one. Throws WorkerEnded if the worker ends before, or was ended
  /// because it took longer than `timeout` seconds: then it answers no more.
  std::string ask(std::string line, double timeout = without_timeout);

 private:
  bool take_answer(std::string& answer);
  [[noreturn]] void give_up(bool timed_out, double timeout);

  Child child_;
  Tail errors_;
  bool errors_end_ = false;
  std::string received_;
};

}  // namespace asymptest
