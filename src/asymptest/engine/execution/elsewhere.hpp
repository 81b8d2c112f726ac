#pragma once

#include <functional>
#include <string>

#include "asymptest/engine/execution/chunk_source.hpp"

namespace asymptest {

/// Whoever else takes from a source or fills it, beside the threads or processes of an executor.
struct Elsewhere {
  int workers = 0;  ///< who take from it; each says by `ChunkSource::worker_ends` that it has ended
  /// Called on the executor's thread every few milliseconds. What it throws stops the work.
  std::function<void()> attend = {};
  /// Told why the work is stopped, once all that is finished has been passed on and before the
  /// trials in flight are waited for. Need not return.
  std::function<void(const std::string&)> give_up = {};

  /// Seconds from one call of `attend` to the next, at most.
  static constexpr double pause = 0.002;
};

/// To be called while an exception is handled: passes on what is finished, then gives up for it.
void give_up(ChunkSource& source, const OnFinished& on_finished, const Elsewhere& elsewhere);

}  // namespace asymptest
