#include "asymptest/experiment/worker_pool.hpp"

namespace asymptest {

std::unique_ptr<LineWorker> WorkerPool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto worker = std::move(idle_.back());
      idle_.pop_back();
      return worker;
    }
  }
  return std::make_unique<LineWorker>(command_);
}

void WorkerPool::give_back(std::unique_ptr<LineWorker> worker) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(worker));
}

std::string WorkerPool::ask(const std::string& line, double timeout) {
  auto worker = take();
  // One that throws isn't given back: it has ended.
  std::string answer = worker->ask(line, timeout);
  give_back(std::move(worker));
  return answer;
}

}  // namespace asymptest
