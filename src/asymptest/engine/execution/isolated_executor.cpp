#include "asymptest/engine/execution/isolated_executor.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): POSIX's kill
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <deque>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <utility>

namespace asymptest {
namespace {

using IsolatedClock = std::chrono::steady_clock;

/// What a child is asked to measure: a part of a task's list of trials.
struct Request {
  std::size_t task = 0, first = 0, count = 0;
};

/// What it answers for each trial, before the failure's text.
struct Answer {
  double value = 0, seconds = 0;
  std::size_t failure_length = 0;
};

/// False at the end of the pipe.
bool read_all(int descriptor, void* memory, std::size_t size) {
  auto* at = static_cast<char*>(memory);
  while (size > 0) {
    const ssize_t got = ::read(descriptor, at, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(int descriptor, const void* memory, std::size_t size) {
  const auto* at = static_cast<const char*>(memory);
  while (size > 0) {
    const ssize_t put = ::write(descriptor, at, size);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    at += put;
    size -= static_cast<std::size_t>(put);
  }
  return true;
}

/// Address space in use, in bytes.
rlim_t bytes_in_use() {
  std::ifstream file("/proc/self/statm");
  rlim_t pages = 0;
  file >> pages;
  return pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

void limit_memory(double megabytes) {
  constexpr double bytes = 1e6;
  const rlim_t most = bytes_in_use() + static_cast<rlim_t>(megabytes * bytes);
  const rlimit limit{most, most};
  setrlimit(RLIMIT_AS, &limit);
}

/// The child's life: answers requests until its pipe ends. What the parent had open it leaves
/// alone.
[[noreturn]] void serve(std::span<const Task> tasks, int requests, int answers) {
  Request request;
  while (read_all(requests, &request, sizeof request)) {
    const Task& task = tasks[request.task];
    const std::string key = task.at.key();
    for (std::size_t i = request.first; i < request.first + request.count; ++i) {
      const Cell cell =
          measure_trial(*task.measure, task.at, key, task.subject, task.seed, task.trials[i]);
      const Answer answer{cell.value, cell.seconds, cell.failure.size()};
      if (!write_all(answers, &answer, sizeof answer) ||
          !write_all(answers, cell.failure.data(), cell.failure.size())) {
        _exit(1);
      }
    }
  }
  _exit(0);
}

/// A child process and the chunk that it is at.
class Worker {
 public:
  Worker(std::span<const Task> tasks, const TrialLimits& limits);
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() { end(); }

  void ask(const ChunkSource::Chunk& chunk, std::span<const Task> tasks);
  /// The next trial's answer; false if the child has died.
  bool take_answer();
  /// Ends the child and records the trial that it was at as failed.
  void fail_current(std::string failure);
  /// Why the child died, in words. It must have.
  std::string cause_of_death();

  [[nodiscard]] int descriptor() const { return answers_; }
  [[nodiscard]] bool is_done() const { return at() == chunk_.trials.size(); }
  [[nodiscard]] std::size_t at() const { return finished_.cells.size(); }
  [[nodiscard]] const ChunkSource::Chunk& chunk() const { return chunk_; }
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(IsolatedClock::now() - started_).count();
  }
  Finished take_finished() {
    chunk_.trials = {};
    return std::exchange(finished_, {});
  }

 private:
  void end();

  pid_t process_ = -1;
  int requests_ = -1, answers_ = -1;
  ChunkSource::Chunk chunk_;
  Finished finished_;
  IsolatedClock::time_point started_;  ///< of the trial that it is at
};

Worker::Worker(std::span<const Task> tasks, const TrialLimits& limits) {
  std::array<int, 2> down{}, up{};
  if (pipe(down.data()) != 0 || pipe(up.data()) != 0 || (process_ = fork()) < 0) {
    throw std::runtime_error(
        fmt::format("no process can be made for the trials: {}", std::strerror(errno)));
  }
  if (process_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // ends with the parent, however that ends
    close(down[1]);
    close(up[0]);
    if (limits.megabytes) limit_memory(*limits.megabytes);
    serve(tasks, down[0], up[1]);
  }
  close(down[0]);
  close(up[1]);
  requests_ = down[1];
  answers_ = up[0];
}

void Worker::ask(const ChunkSource::Chunk& chunk, std::span<const Task> tasks) {
  chunk_ = chunk;
  finished_ = {.task = chunk.task, .cells = {}};
  started_ = IsolatedClock::now();
  const auto first =
      static_cast<std::size_t>(chunk.trials.data() - tasks[chunk.task].trials.data());
  const Request request{chunk.task, first, chunk.trials.size()};
  // A child that has died meanwhile is found when its answer is read.
  static_cast<void>(write_all(requests_, &request, sizeof request));
}

bool Worker::take_answer() {
  Answer answer;
  if (!read_all(answers_, &answer, sizeof answer)) return false;
  std::string failure(answer.failure_length, ' ');
  if (!read_all(answers_, failure.data(), failure.size())) return false;
  finished_.cells.push_back(
      {chunk_.trials[at()], answer.value, answer.seconds, std::move(failure)});
  started_ = IsolatedClock::now();
  return true;
}

void Worker::fail_current(std::string failure) {
  finished_.cells.push_back({chunk_.trials[at()], 0, seconds(), std::move(failure)});
}

std::string Worker::cause_of_death() {
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = -1;
  if (WIFSIGNALED(status)) {
    return fmt::format("the process that measured it died of signal {} ({})", WTERMSIG(status),
                       strsignal(WTERMSIG(status)));
  }
  return fmt::format("the process that measured it ended with code {}", WEXITSTATUS(status));
}

void Worker::end() {
  close(requests_);
  close(answers_);
  if (process_ <= 0) return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = -1;
}

/// The processes, and who waits for what.
class IsolatedPool {
 public:
  IsolatedPool(ChunkSource& source, std::span<const Task> tasks, int jobs,
               const TrialLimits& limits, const Elsewhere& elsewhere)
      : source_(source),
        tasks_(tasks),
        jobs_(std::max(1, jobs)),
        limits_(limits),
        elsewhere_(elsewhere) {}

  void run(const OnFinished& on_finished) {
    for (;;) {
      hand_out();
      wait_for_answers();
      for (std::size_t i = 0; i < workers_.size(); ++i) attend(i);
      std::erase(workers_, nullptr);
      const auto finished = source_.collect(1 + elsewhere_.workers, workers_.empty() ? pause() : 0);
      if (finished && finished->empty()) return;
      if (finished) on_finished(*finished);
      if (elsewhere_.attend) elsewhere_.attend();
    }
  }

 private:
  /// Work for every process that has none, and a process for what is left, up to `jobs`.
  void hand_out() {
    ChunkSource::Chunk chunk;
    for (auto& worker : workers_) {
      if (worker->is_done() && next_chunk(chunk)) worker->ask(chunk, tasks_);
    }
    while (std::ssize(workers_) < jobs_ && next_chunk(chunk)) {
      workers_.push_back(std::make_unique<Worker>(tasks_, limits_));
      workers_.back()->ask(chunk, tasks_);
    }
    if (!exhausted_ || ended_) return;
    std::erase_if(workers_, [](const auto& worker) { return worker->is_done(); });
    if (!workers_.empty()) return;
    ended_ = true;
    source_.worker_ends();
  }

  bool next_chunk(ChunkSource::Chunk& chunk) {
    if (!returned_.empty()) {
      chunk = returned_.front();
      returned_.pop_front();
      return true;
    }
    const ChunkSource::Supply supply = source_.try_take(chunk);
    exhausted_ = supply == ChunkSource::Supply::none;
    return supply == ChunkSource::Supply::chunk;
  }

  [[nodiscard]] double pause() const {
    constexpr double alone = 0.05;  // how late a trial beyond its time is found
    return elsewhere_.attend ? Elsewhere::pause : alone;
  }

  void wait_for_answers() {
    constexpr double milliseconds = 1000;
    constexpr int nobody = -1;  // which poll passes over
    polled_.clear();
    for (const auto& worker : workers_) {
      polled_.push_back({worker->is_done() ? nobody : worker->descriptor(), POLLIN, 0});
    }
    if (polled_.empty()) return;
    poll(polled_.data(), polled_.size(), static_cast<int>(pause() * milliseconds));
  }

  /// Takes what the worker has said; ends it if it must be.
  void attend(std::size_t i) {
    Worker& worker = *workers_[i];
    if (worker.is_done()) return;
    const bool said_something = polled_[i].revents != 0;
    std::string failure;
    if (said_something && !worker.take_answer()) failure = worker.cause_of_death();
    const auto& most = limits_.seconds;
    if (!said_something && most && worker.seconds() > *most) {
      failure = fmt::format("the trial ran past its limit of {} s", *most);
    }
    if (failure.empty()) {
      if (worker.is_done()) source_.give(worker.take_finished());
      return;
    }
    worker.fail_current(std::move(failure));
    if (!worker.is_done()) {
      returned_.push_back({worker.chunk().task, worker.chunk().trials.subspan(worker.at())});
    }
    source_.give(worker.take_finished());
    workers_[i] = nullptr;
  }

  ChunkSource& source_;
  std::span<const Task> tasks_;
  int jobs_;
  const TrialLimits& limits_;
  const Elsewhere& elsewhere_;
  std::deque<ChunkSource::Chunk> returned_;  ///< what the ended ones had not come to
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<pollfd> polled_;
  bool exhausted_ = false, ended_ = false;
};

/// A child that has died must not take the parent along when it is written to.
class BrokenPipesIgnored {
 public:
  BrokenPipesIgnored() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, &before_);
  }
  ~BrokenPipesIgnored() { sigaction(SIGPIPE, &before_, nullptr); }
  BrokenPipesIgnored(const BrokenPipesIgnored&) = delete;
  BrokenPipesIgnored& operator=(const BrokenPipesIgnored&) = delete;

 private:
  struct sigaction before_ {};
};

}  // namespace

void measure_isolated(ChunkSource& source, std::span<const Task> tasks, int jobs,
                      const TrialLimits& limits, const OnFinished& on_finished,
                      const Elsewhere& elsewhere) {
  const BrokenPipesIgnored ignored;
  try {
    IsolatedPool(source, tasks, jobs, limits, elsewhere).run(on_finished);
  } catch (...) {
    give_up(source, on_finished, elsewhere);
    throw;
  }
}

}  // namespace asymptest
