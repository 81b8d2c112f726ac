#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "asymptest/engine/execution/executor.hpp"
#include "asymptest/engine/ranks/bytes.hpp"

namespace asymptest {

/// What the ranks tell each other. A letter begins with its kind.
enum class LetterKind : std::uint8_t {
  hello,       ///< of a helper, at the start
  round,       ///< to a helper: tasks
  chunk,       ///< to a helper: trials of a task to measure
  finished,    ///< of a helper: what a chunk came to
  slow,        ///< of a helper: a trial runs long
  alive,       ///< of a helper, every second
  round_over,  ///< to a helper: no chunk any more
  failed,      ///< of a helper: why it can't go on
  run_over,    ///< to a helper: leave
};

/// What a helper says of itself when it begins.
struct Hello {
  int jobs = 1;  ///< threads
  std::string machine;
};

/// A task as it is told: the trial is known by its subject.
struct ToldTask {
  std::string subject, digest;
  std::uint64_t seed = 0;
  std::string point;  ///< Point::key()
  std::vector<std::int64_t> trials;
  bool operator==(const ToldTask&) const = default;
};

/// Trials of the round's task, by their places in its list.
struct ToldChunk {
  std::uint64_t task = 0, first = 0, count = 0;
};

std::string letter(LetterKind kind);
std::string letter(const Hello& hello);
std::string letter(std::span<const ToldTask> round);
std::string letter(const ToldChunk& chunk);
std::string letter(const Finished& finished);
std::string letter(const SlowTrial& slow);
std::string failure_letter(const std::string& reason);

/// Each reads what stands behind the kind. Throws std::invalid_argument if it is cut short.
LetterKind read_kind(ByteReader& reader);
Hello read_hello(ByteReader& reader);
std::vector<ToldTask> read_round(ByteReader& reader);
ToldChunk read_chunk(ByteReader& reader);
Finished read_finished(ByteReader& reader);
SlowTrial read_slow(ByteReader& reader);
std::string read_failure(ByteReader& reader);

}  // namespace asymptest
