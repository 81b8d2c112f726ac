#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/course/group_sequential_course.hpp"
#include "asymptest/engine/execution/executor.hpp"
#include "asymptest/engine/run_options.hpp"
#include "asymptest/engine/store/store.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest {

/// One subject on its way: what is known of it, and how far it is.
struct Track {
  GroupSequentialCourse course;
  SubjectCells cells;
  bool measures = false;  ///< else only what is stored counts
  bool stale = false;     ///< the store holds trials of another definition
  std::int64_t number = 0;
  std::optional<SubjectRecord> record;  ///< once it is decided
  std::int64_t measured = 0;            ///< trials by this run
  std::int64_t awaited = 0;             ///< trials of the round that have not come in
};

/// A track for each subject, with its share of the suite's alpha; nothing is known yet.
std::deque<Track> make_tracks(std::span<const Subject> suite, const RunOptions& options);

/// What the store holds of each at the options' seed; nothing of a subject whose stored trials are
/// of another definition, which is `stale` then.
void load_cells(std::deque<Track>& tracks, const RunOptions& options, const Store& store);
/// The same of one track.
void load_cells(Track& track, const RunOptions& options, const Store& store);

/// Takes all looks that its cells allow.
void advance(Track& track);

/// Each does, on `jobs` threads.
void advance_all(std::deque<Track>& tracks, int jobs);

/// What the track lacks for its next look, a task a design point; none once it is finished.
std::vector<Task> lacking_tasks(const Track& track, std::uint64_t seed);

}  // namespace asymptest
