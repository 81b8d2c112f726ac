#include "asymptest/engine/records/claim_record.hpp"

#include <fmt/format.h>

#include "asymptest/engine/course/judgement.hpp"
#include "asymptest/engine/records/law_record.hpp"

namespace asymptest {
ClaimRecord claim_record(const Claim& claim) {
  ClaimRecord record{.id = claim.id,
                     .topic = claim.topic(),
                     .title = claim.title,
                     .statement = claim.statement,
                     .citation = claim.source.citation,
                     .place = claim.source.place,
                     .assumes = claim.assumes,
                     .measured = claim.measure.what,
                     .polarity = std::string(name_of(claim.measure.polarity)),
                     .prediction = claim.predict.describe(),
                     .band = claim.predict.band(),
                     .band_reason = claim.predict.reason(),
                     .corrected_by = claim.corrected_by,
                     .declared_at = claim.declared_at,
                     .remark = claim.remark};
  for (const Axis& one : claim.sweep.axes) record.axes.push_back({one.name(), one.meaning()});
  for (const Rival& rival : claim.predict.rivals())
    record.rivals.push_back({rival.value, rival.name});
  return record;
}

SubjectRecord declared_record(const Subject& subject, Tier tier) {
  SubjectRecord record{.name = subject.name(),
                       .must_be_supported = subject.must_be_supported(),
                       .must_be_withheld = subject.must_be_withheld(),
                       .expectation = describe_expectation(subject),
                       .expectation_reason = subject.reason_of_expectation(),
                       .prediction = subject.predict().describe(),
                       .law = law_record(subject.predict()),
                       .digest = subject.digest()};
  if (subject.control != nullptr) {
    record.control = subject.control->name;
    record.breaks = subject.control->breaks;
    record.remark = subject.control->remark;
  }
  for (const Point& at : subject.sweep().design(tier)) record.points.push_back({.at = at});
  return record;
}

SubjectRecord measured_record(const GroupSequentialCourse& course, Tier tier, std::uint64_t seed) {
  SubjectRecord record = declared_record(course.subject(), tier);
  record.status = course.judgement().status;
  record.status_reason = course.judgement().reason;
  record.verdict = course.verdict();
  record.verdict.reason = whole_reason(course.verdict());
  record.looks = course.looks();
  record.seconds = course.seconds();
  record.failures = course.failures();
  if (!course.trials().empty()) {
    record.points = point_records(course.subject().predict(), course.trials(), record.verdict);
  }
  record.verdict.points.clear();
  for (const PointRecord& point : record.points) record.trials += point.trials;
  record.reproduce = fmt::format("asymptest run {} --tier {} --seed {}", course.subject().words(),
                                 name_of(tier), seed);
  if (!record.failures.empty()) {
    const TrialFailure& first = record.failures.front();
    record.status_reason +=
        fmt::format("; `asymptest run {} --point {} --trial {} --seed {}` repeats it",
                    course.subject().words(), first.point, first.trial, seed);
  }
  return record;
}

}  // namespace asymptest
