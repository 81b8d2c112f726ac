#include "asymptest/engine/audit/audit.hpp"

#include <algorithm>
#include <deque>
#include <exception>

#include "asymptest/engine/audit/perturbation.hpp"
#include "asymptest/engine/execution/executor.hpp"
#include "asymptest/engine/track.hpp"

namespace asymptest {
namespace {

Outcome outcome_of(const RunOptions& options, const Prediction& prediction, const Claim& claim,
                   const std::vector<PointTrials>& trials, double alpha) {
  try {
    return options.decider(prediction, claim.measure.polarity, trials, alpha).outcome;
  } catch (const std::exception&) {  // a changed law that can't even be evaluated
    return Outcome::inconclusive;
  }
}

std::vector<Finding> perturbed(const GroupSequentialCourse& course, const RunOptions& options) {
  const Claim& claim = *course.subject().claim;
  std::vector<Finding> findings;
  for (const Perturbation& one : perturbations_of(claim.predict)) {
    const Outcome outcome =
        outcome_of(options, one.prediction, claim, course.trials(), course.verdict().alpha);
    findings.push_back({one.change, outcome, outcome != Outcome::supported});
  }
  return findings;
}

bool is_audited(const Track& track, const RunOptions& options) {
  const Subject& subject = track.course.subject();
  return subject.control == nullptr && subject.must_be_supported() && options.selected(subject) &&
         track.course.verdict().outcome == Outcome::supported;
}

Finding broken(const Track& track) {
  const Outcome outcome = track.course.verdict().outcome;
  return {track.course.subject().control->breaks, outcome, outcome == Outcome::refuted};
}

}  // namespace

bool AuditedClaim::toothless() const {
  const auto noticed = [](const Finding& finding) { return finding.noticed; };
  return std::none_of(predictions.begin(), predictions.end(), noticed) &&
         std::none_of(hypotheses.begin(), hypotheses.end(), noticed);
}

std::vector<AuditedClaim> audit(std::span<const Subject> suite, const RunOptions& options,
                                const Store& store) {
  std::deque<Track> tracks = make_tracks(suite, options);
  load_cells(tracks, options, store);
  advance_all(tracks, options.jobs);
  std::vector<const Track*> audited;
  for (const Track& track : tracks) {
    if (is_audited(track, options)) audited.push_back(&track);
  }
  std::vector<AuditedClaim> result(audited.size());
  for_each_index(audited.size(), options.jobs, [&](std::size_t i) {
    const GroupSequentialCourse& course = audited[i]->course;
    result[i] = {course.subject().claim->id, perturbed(course, options), {}};
  });
  for (const Track& track : tracks) {
    const Subject& subject = track.course.subject();
    if (subject.control == nullptr || subject.control->harmless) continue;
    if (subject.control->breaks.empty()) continue;  // stopped by its polarity
    for (AuditedClaim& one : result) {
      if (one.id == subject.claim->id && track.course.looks() > 0) {
        one.hypotheses.push_back(broken(track));
      }
    }
  }
  return result;
}

}  // namespace asymptest
