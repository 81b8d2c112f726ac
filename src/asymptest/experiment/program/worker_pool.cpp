#include "asymptest/experiment/program/worker_pool.hpp"

#include "asymptest/experiment/program/python_module.hpp"

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
  Command command = command_;
  command.environment.push_back(python_path_variable());
  return std::make_unique<LineWorker>(command);
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
