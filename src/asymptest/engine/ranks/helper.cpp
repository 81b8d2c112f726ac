#include "asymptest/engine/ranks/helper.hpp"

#include <chrono>
#include <map>
#include <string>
#include <thread>
#include <utility>

#include "asymptest/engine/ranks/dealt_queue.hpp"
#include "asymptest/engine/ranks/letters.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

using HelperClock = std::chrono::steady_clock;
constexpr int dealer = 0;

void rest() { std::this_thread::sleep_for(std::chrono::duration<double>(Elsewhere::pause)); }

class Helping {
 public:
  Helping(Communicator& ranks, std::span<const Subject> suite, const MeasureOptions& options)
      : ranks_(ranks), options_(options) {
    for (const Subject& subject : suite) suite_.emplace(subject.name(), subject);
    options_.on_slow = [this](const SlowTrial& slow) { ranks_.send(dealer, letter(slow)); };
  }

  void work() {
    ranks_.send(dealer, letter(Hello{options_.jobs, ranks_.machine()}));
    for (; !run_is_over_; rest()) {
      say_alive();
      const auto next = ranks_.receive();
      if (!next) continue;
      ByteReader reader(next->bytes);
      const LetterKind kind = read_kind(reader);
      if (kind == LetterKind::round) measure_round(read_round(reader));
      if (kind == LetterKind::run_over) run_is_over_ = true;
    }
  }

 private:
  void say_alive() {
    constexpr std::chrono::seconds interval{1};
    if (HelperClock::now() - said_ < interval) return;
    ranks_.send(dealer, letter(LetterKind::alive));
    said_ = HelperClock::now();
  }

  /// The told tasks with their trials. The order of the work is the dealer's.
  std::vector<Task> tasks_of(std::vector<ToldTask> round) {
    std::vector<Task> tasks;
    for (ToldTask& told : round) {
      const auto subject = suite_.find(told.subject);
      require(subject != suite_.end() && subject->second.digest() == told.digest,
              "has another definition of '{}' than rank 0, or other code; every machine has to "
              "have the same build of the program",
              told.subject);
      tasks.push_back({.measure = &subject->second.trial(),
                       .subject = told.subject,
                       .seed = told.seed,
                       .at = Point::parse(told.point),
                       .trials = std::move(told.trials)});
    }
    return tasks;
  }

  void measure_round(std::vector<ToldTask> round) {
    const std::vector<Task> tasks = tasks_of(std::move(round));
    DealtQueue queue;
    Elsewhere elsewhere;
    bool is_over = false;  // what comes then is of the next round
    elsewhere.attend = [&] {
      say_alive();
      while (!is_over) {
        const auto next = ranks_.receive();
        if (!next) break;
        is_over = !take_in(*next, tasks, queue);
      }
    };
    const auto hand_in = [&](std::span<const Finished> finished) {
      for (const Finished& one : finished) ranks_.send(dealer, letter(one));
    };
    measure_from(queue, tasks, options_, hand_in, elsewhere);
  }

  /// False if the round is over.
  bool take_in(const Letter& next, std::span<const Task> tasks, DealtQueue& queue) {
    ByteReader reader(next.bytes);
    const LetterKind kind = read_kind(reader);
    if (kind != LetterKind::chunk) {
      run_is_over_ = kind == LetterKind::run_over;
      queue.end();
      return false;
    }
    const ToldChunk chunk = read_chunk(reader);
    require(chunk.task < tasks.size() && chunk.first <= tasks[chunk.task].trials.size() &&
                chunk.count <= tasks[chunk.task].trials.size() - chunk.first,
            "was dealt trials of task {} of {} that it doesn't have", chunk.task, tasks.size());
    queue.deal({chunk.task, std::span(tasks[chunk.task].trials).subspan(chunk.first, chunk.count)});
    return true;
  }

  Communicator& ranks_;
  MeasureOptions options_;
  std::map<std::string, Subject> suite_;
  HelperClock::time_point said_;
  bool run_is_over_ = false;
};

}  // namespace

void help(Communicator& ranks, std::span<const Subject> suite, const MeasureOptions& options) {
  Helping(ranks, suite, options).work();
}

void tell_failure(Communicator& ranks, const std::string& reason) {
  ranks.send(dealer, failure_letter(reason));
  for (;; rest()) {
    const auto next = ranks.receive();
    if (!next) continue;
    ByteReader reader(next->bytes);
    if (read_kind(reader) == LetterKind::run_over) return;
  }
}

}  // namespace asymptest
