#pragma once

#include <span>

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/execution/executor.hpp"
#include "asymptest/engine/ranks/communicator.hpp"

namespace asymptest {

/// The life of a rank other than 0: measures what the dealer (dealer.hpp) deals it, with
/// `options.jobs` threads under `options.limits`, until it is sent home.
///
/// Throws std::invalid_argument if a task is of another definition than the suite's, as where the
/// machines have different builds of the program.
void help(Communicator& ranks, std::span<const Subject> suite, const MeasureOptions& options);

/// Tells the dealer that this rank can't go on, and why; returns when it is sent home.
void tell_failure(Communicator& ranks, const std::string& reason);

}  // namespace asymptest
