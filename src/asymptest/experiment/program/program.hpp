#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/experiment/program/request.hpp"
#include "asymptest/experiment/program/runs_at_hand.hpp"
#include "asymptest/experiment/program/worker_pool.hpp"
#include "asymptest/process/run_to_end.hpp"

namespace asymptest {

/// A program of the user's that measures trials.
struct Program {
  std::vector<std::string> words;  ///< the program and its arguments; no shell
  /// Of a program that stays and answers one request after the other: those that run.
  std::shared_ptr<WorkerPool> workers;
  /// In place of a program: the CSV file of trials that were measured before (finished_runs.hpp).
  std::string runs;
  /// The claim whose runs these are, if it is another's: its program, of which this reads another
  /// number.
  std::string runs_of;
  /// Where the runs that several claims read are kept; null if nobody else can.
  std::shared_ptr<RunsAtHand> at_hand;
  std::filesystem::path folder;              ///< its working directory: the claim file's
  std::vector<std::filesystem::path> files;  ///< of which the measurement depends, besides `words`
  Parameters parameters;
  std::string value = "value";       ///< the key of the number in a JSON object that it answers
  double timeout = without_timeout;  ///< seconds a trial
  std::uint64_t seed_max = std::numeric_limits<std::int64_t>::max();
  bool paired_seeds = false;  ///< trial k has the same seed at every design point
};

/// The trials of a claim or, if `control` isn't empty, of a control by a program.
///
/// One that stays is asked by a line of JSON and answers by one. Any other is started for each
/// trial: what it writes to the file ASYMPTEST_RESULT, or else the last line of its standard
/// output, is the number. A trial throws FailedTrial if the program can't be started, ends
/// badly or not in time, or gives no number, with its last lines of standard error. Exit code 75
/// (EX_TEMPFAIL of sysexits.h) is tried again, four times, after 1, 2, 4 and 8 seconds.
///
/// The seed is uniform on 0 … `seed_max`, from the trial's own stream (of paired seeds the part of
/// it that all design points share), or from that of the claim whose runs these are (a TrialOf):
/// what the program is told is then what that claim tells it.
Trial trial_by(const Program& program, const std::string& claim, const std::string& control);

/// Hash of what the values depend on: the words, the parameters, the range of seeds, and the
/// content of each file that is named in the words or in `files`. Hexadecimal.
std::string fingerprint_of(const Program& program);

}  // namespace asymptest
