#include "asymptest/record/record.hpp"

#include <algorithm>
#include <iterator>

namespace asymptest {
namespace {

template <typename Condition>
std::vector<PointRecord> points_with(const SubjectRecord& subject, const Condition& condition) {
  std::vector<PointRecord> points;
  std::copy_if(subject.points.begin(), subject.points.end(), std::back_inserter(points), condition);
  return points;
}

}  // namespace

std::vector<PointRecord> judged_points(const SubjectRecord& subject) {
  return points_with(subject, [](const PointRecord& point) { return point.judged; });
}

std::vector<PointRecord> measured_points(const SubjectRecord& subject) {
  return points_with(subject, [](const PointRecord& point) { return point.trials > 0; });
}

std::string_view name_of(Status status) {
  constexpr std::string_view names[] = {"expected", "unexpected", "undecided", "failed",
                                        "unmeasured"};
  return names[static_cast<int>(status)];
}

}  // namespace asymptest
