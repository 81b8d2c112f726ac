#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "asymptest/process/line_worker.hpp"

namespace asymptest {

/// Workers of one kind, as many as threads ask at once, each started when it is needed first and
/// again after it has died. May be asked by several threads.
class WorkerPool {
 public:
  explicit WorkerPool(Command command) : command_(std::move(command)) {}

  /// As LineWorker::ask, by a worker that is at leisure. Throws WorkerEnded and StartError.
  std::string ask(const std::string& line, double timeout);

 private:
  std::unique_ptr<LineWorker> take();
  void give_back(std::unique_ptr<LineWorker> worker);

  Command command_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<LineWorker>> idle_;
};

}  // namespace asymptest
