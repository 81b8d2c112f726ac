#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/execution/executor.hpp"
#include "asymptest/engine/ranks/communicator.hpp"
#include "asymptest/engine/ranks/letters.hpp"

namespace asymptest {

/// Rank 0 of a run on several ranks: measures with its own threads and deals chunks of trials to
/// the helpers (helper.hpp) as they finish theirs, so that nobody waits for another but at the end
/// of a round. A trial's value depends on its stream alone, so not on who measured it.
class Dealer {
 public:
  /// Another rank that says nothing for `silence` seconds counts as lost. `tell` is told in one
  /// line why a run is given up, before all ranks are ended.
  Dealer(Communicator& ranks, double silence, std::function<void(const std::string&)> tell);
  Dealer(const Dealer&) = delete;
  Dealer& operator=(const Dealer&) = delete;
  /// Sends the helpers home.
  ~Dealer();

  /// `measure`, on all ranks, for tasks of the suite. If a helper is lost or can't go on, what is
  /// finished is passed to `on_finished`, then all ranks are ended with `exit_code`.
  void measure(std::span<const Subject> suite, std::span<const Task> tasks,
               const MeasureOptions& options, const OnFinished& on_finished);

  static constexpr int exit_code = 2;

 private:
  /// A chunk, and how many of its trials are not back yet: where one is stopped for its time, they
  /// come in parts.
  struct DealtChunk {
    ChunkSource::Chunk chunk;
    std::size_t left = 0;
  };
  struct Helper {
    int rank = 0;
    int jobs = 0;  ///< 0 until it has said hello
    std::string machine;
    std::chrono::steady_clock::time_point heard;
    std::vector<DealtChunk> outstanding;
    double chunk_seconds = 0;  ///< of what it finished last
    bool knows_round = false, ended = false;
    [[nodiscard]] std::size_t most_outstanding() const;
    /// Throws std::runtime_error if that was not dealt to it.
    void take_off(const Finished& finished);
  };
  /// What the helpers are dealt at present.
  struct Table {
    ChunkSource& source;
    std::span<const Task> tasks;
    const MeasureOptions& options;
    std::string round;
  };

  void attend(const Table& table);
  void read(const Letter& letter, const Table& table);
  void deal(Helper& helper, const Table& table);
  void require_alive(const Helper& helper) const;

  Communicator& ranks_;
  double silence_;
  std::function<void(const std::string&)> tell_;
  std::vector<Helper> helpers_;
};

}  // namespace asymptest
