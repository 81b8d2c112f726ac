#pragma once

#include <span>

#include "asymptest/engine/execution/elsewhere.hpp"

namespace asymptest {

/// Measures what the source hands out as `measure_from` does, to the same values, but in
/// `jobs` processes of their own, so that a trial can be stopped: one that runs past
/// `limits.seconds` is ended with its process, one that asks for more than `limits.megabytes`
/// beyond what the program holds is refused the memory, and one that crashes takes no other along.
/// Each is a failed cell that says so, and the rest goes on in a new process.
///
/// To be called while no other thread of the program runs. Throws std::runtime_error if no process
/// can be made, and what `on_finished` and `elsewhere.attend` throw.
void measure_isolated(ChunkSource& source, std::span<const Task> tasks, int jobs,
                      const TrialLimits& limits, const OnFinished& on_finished,
                      const Elsewhere& elsewhere);

}  // namespace asymptest
