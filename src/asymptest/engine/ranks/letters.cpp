#include "asymptest/engine/ranks/letters.hpp"

#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

ByteWriter begun(LetterKind kind) {
  ByteWriter writer;
  writer.put(static_cast<std::uint8_t>(kind));
  return writer;
}

/// Consecutive numbers as one run: mostly the trials of a task are 0 … n − 1.
void put_trials(ByteWriter& writer, const std::vector<std::int64_t>& trials) {
  writer.put(std::uint64_t{trials.size()});
  for (std::size_t i = 0; i < trials.size();) {
    std::size_t end = i + 1;
    while (end < trials.size() && trials[end] == trials[end - 1] + 1) ++end;
    writer.put(trials[i]);
    writer.put(std::uint64_t{end - i});
    i = end;
  }
}

std::vector<std::int64_t> read_trials(ByteReader& reader) {
  const auto count = reader.number<std::uint64_t>();
  std::vector<std::int64_t> trials;
  while (trials.size() < count) {
    const auto first = reader.number<std::int64_t>();
    const auto length = reader.number<std::uint64_t>();
    require(length >= 1 && length <= count - trials.size(),
            "a run of trials has {} of them, expected 1 to {}", length, count - trials.size());
    for (std::uint64_t i = 0; i < length; ++i) {
      trials.push_back(first + static_cast<std::int64_t>(i));
    }
  }
  return trials;
}

}  // namespace

std::string letter(LetterKind kind) { return begun(kind).take(); }

std::string letter(const Hello& hello) {
  ByteWriter writer = begun(LetterKind::hello);
  writer.put(hello.jobs);
  writer.put(hello.machine);
  return writer.take();
}

std::string letter(std::span<const ToldTask> round) {
  ByteWriter writer = begun(LetterKind::round);
  writer.put(std::uint64_t{round.size()});
  for (const ToldTask& task : round) {
    writer.put(task.subject);
    writer.put(task.digest);
    writer.put(task.seed);
    writer.put(task.point);
    put_trials(writer, task.trials);
  }
  return writer.take();
}

std::string letter(const ToldChunk& chunk) {
  ByteWriter writer = begun(LetterKind::chunk);
  writer.put(chunk.task);
  writer.put(chunk.first);
  writer.put(chunk.count);
  return writer.take();
}

std::string letter(const Finished& finished) {
  ByteWriter writer = begun(LetterKind::finished);
  writer.put(std::uint64_t{finished.task});
  writer.put(std::uint64_t{finished.cells.size()});
  for (const Cell& cell : finished.cells) {
    writer.put(cell.trial);
    writer.put(cell.value);
    writer.put(cell.seconds);
    writer.put(cell.failure);
  }
  return writer.take();
}

std::string letter(const SlowTrial& slow) {
  ByteWriter writer = begun(LetterKind::slow);
  writer.put(std::uint64_t{slow.task});
  writer.put(slow.trial);
  writer.put(slow.seconds);
  return writer.take();
}

std::string failure_letter(const std::string& reason) {
  ByteWriter writer = begun(LetterKind::failed);
  writer.put(reason);
  return writer.take();
}

LetterKind read_kind(ByteReader& reader) {
  const auto kind = reader.number<std::uint8_t>();
  require(kind <= static_cast<std::uint8_t>(LetterKind::run_over),
          "a letter is of kind {}, which there is not", kind);
  return static_cast<LetterKind>(kind);
}

Hello read_hello(ByteReader& reader) {
  Hello hello;
  hello.jobs = reader.number<int>();
  hello.machine = reader.text();
  return hello;
}

std::vector<ToldTask> read_round(ByteReader& reader) {
  std::vector<ToldTask> round;
  for (auto left = reader.number<std::uint64_t>(); left > 0; --left) {
    ToldTask& task = round.emplace_back();
    task.subject = reader.text();
    task.digest = reader.text();
    task.seed = reader.number<std::uint64_t>();
    task.point = reader.text();
    task.trials = read_trials(reader);
  }
  return round;
}

ToldChunk read_chunk(ByteReader& reader) {
  ToldChunk chunk;
  chunk.task = reader.number<std::uint64_t>();
  chunk.first = reader.number<std::uint64_t>();
  chunk.count = reader.number<std::uint64_t>();
  return chunk;
}

Finished read_finished(ByteReader& reader) {
  Finished finished{.task = reader.number<std::uint64_t>(), .cells = {}};
  for (auto left = reader.number<std::uint64_t>(); left > 0; --left) {
    Cell& cell = finished.cells.emplace_back();
    cell.trial = reader.number<std::int64_t>();
    cell.value = reader.number<double>();
    cell.seconds = reader.number<double>();
    cell.failure = reader.text();
  }
  return finished;
}

SlowTrial read_slow(ByteReader& reader) {
  SlowTrial slow;
  slow.task = reader.number<std::uint64_t>();
  slow.trial = reader.number<std::int64_t>();
  slow.seconds = reader.number<double>();
  return slow;
}

std::string read_failure(ByteReader& reader) { return reader.text(); }

}  // namespace asymptest
