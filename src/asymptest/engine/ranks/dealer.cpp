#include "asymptest/engine/ranks/dealer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "asymptest/engine/execution/work_queue.hpp"

namespace asymptest {
namespace {

using DealerClock = std::chrono::steady_clock;

std::string told_round(std::span<const Task> tasks, std::span<const Subject> suite) {
  std::map<std::string, const Subject*> subjects;
  for (const Subject& subject : suite) subjects.emplace(subject.name(), &subject);
  std::vector<ToldTask> round;
  for (const Task& task : tasks) {
    const bool same = !round.empty() && round.back().subject == task.subject;
    std::string digest = same ? round.back().digest : subjects.at(task.subject)->digest();
    round.push_back({task.subject, std::move(digest), task.seed, task.at.key(), task.trials});
  }
  return letter(round);
}

}  // namespace

/// A chunk for each thread; of short ones another, so that no thread waits for the post.
std::size_t Dealer::Helper::most_outstanding() const {
  constexpr double short_seconds = 0.05;
  const bool is_short = chunk_seconds > 0 && chunk_seconds < short_seconds;
  return static_cast<std::size_t>(is_short ? 2 * jobs : jobs);
}

void Dealer::Helper::take_off(const Finished& finished) {
  const auto holds = [&](const DealtChunk& dealt) {
    return dealt.chunk.task == finished.task && finished.cells.size() <= dealt.left &&
           std::ranges::count(dealt.chunk.trials, finished.cells.front().trial) == 1;
  };
  const auto dealt =
      finished.cells.empty() ? outstanding.end() : std::ranges::find_if(outstanding, holds);
  if (dealt == outstanding.end()) {
    throw std::runtime_error(
        fmt::format("rank {} on {} answers for trials that it was not dealt", rank, machine));
  }
  dealt->left -= finished.cells.size();
  if (dealt->left == 0) outstanding.erase(dealt);
}

Dealer::Dealer(Communicator& ranks, double silence, std::function<void(const std::string&)> tell)
    : ranks_(ranks), silence_(silence), tell_(std::move(tell)) {
  for (int rank = 1; rank < ranks.size(); ++rank) helpers_.push_back({.rank = rank, .machine = ""});
}

Dealer::~Dealer() {
  for (const Helper& helper : helpers_) ranks_.send(helper.rank, letter(LetterKind::run_over));
}

void Dealer::measure(std::span<const Subject> suite, std::span<const Task> tasks,
                     const MeasureOptions& options, const OnFinished& on_finished) {
  WorkQueue queue(tasks);
  const Table table{queue, tasks, options, told_round(tasks, suite)};
  for (Helper& helper : helpers_) {
    helper.heard = DealerClock::now();
    helper.knows_round = helper.ended = false;
  }
  Elsewhere elsewhere{.workers = static_cast<int>(helpers_.size())};
  elsewhere.attend = [&] { attend(table); };
  elsewhere.give_up = [&](const std::string& reason) {
    tell_(reason);
    ranks_.abort(exit_code);
  };
  measure_from(queue, tasks, options, on_finished, elsewhere);
}

void Dealer::attend(const Table& table) {
  while (const auto next = ranks_.receive()) read(*next, table);
  for (Helper& helper : helpers_) {
    if (helper.ended) continue;
    require_alive(helper);
    if (helper.jobs > 0) deal(helper, table);
  }
}

void Dealer::read(const Letter& letter, const Table& table) {
  Helper& helper = helpers_.at(static_cast<std::size_t>(letter.from) - 1);
  helper.heard = DealerClock::now();
  ByteReader reader(letter.bytes);
  switch (read_kind(reader)) {
    case LetterKind::hello: {
      const Hello hello = read_hello(reader);
      helper.jobs = hello.jobs;
      helper.machine = hello.machine;
      return;
    }
    case LetterKind::finished: {
      Finished finished = read_finished(reader);
      helper.chunk_seconds = 0;
      for (const Cell& cell : finished.cells) helper.chunk_seconds += cell.seconds;
      helper.take_off(finished);
      table.source.give(std::move(finished));
      return;
    }
    case LetterKind::slow:
      table.options.on_slow(read_slow(reader));
      return;
    case LetterKind::failed:
      throw std::runtime_error(
          fmt::format("rank {} on {}: {}", helper.rank, helper.machine, read_failure(reader)));
    default:
      return;  // alive
  }
}

void Dealer::deal(Helper& helper, const Table& table) {
  while (helper.outstanding.size() < helper.most_outstanding()) {
    ChunkSource::Chunk chunk;
    if (table.source.try_take(chunk) != ChunkSource::Supply::chunk) {
      if (!helper.outstanding.empty()) return;
      if (helper.knows_round) ranks_.send(helper.rank, letter(LetterKind::round_over));
      helper.ended = true;
      table.source.worker_ends();
      return;
    }
    if (!helper.knows_round) ranks_.send(helper.rank, table.round);
    helper.knows_round = true;
    const auto first = chunk.trials.data() - table.tasks[chunk.task].trials.data();
    ranks_.send(helper.rank, letter(ToldChunk{chunk.task, static_cast<std::uint64_t>(first),
                                              chunk.trials.size()}));
    helper.outstanding.push_back({chunk, chunk.trials.size()});
  }
}

void Dealer::require_alive(const Helper& helper) const {
  const std::chrono::duration<double> silent = DealerClock::now() - helper.heard;
  if (silent.count() <= silence_) return;
  throw std::runtime_error(fmt::format(
      "rank {}{} has said nothing for {:.0f} s; the trials so far are kept, and the same command "
      "goes on from there",
      helper.rank, helper.machine.empty() ? "" : " on " + helper.machine, silence_));
}

}  // namespace asymptest
