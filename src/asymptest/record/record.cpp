#include "asymptest/record/record.hpp"

#include <algorithm>
#include <iterator>

#include "asymptest/require/enum_names.hpp"

namespace asymptest {
namespace {

constexpr EnumNames<Status, 5> status_names{
    "status", {"expected", "unexpected", "undecided", "failed", "unmeasured"}};

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

std::string_view name_of(Status status) { return status_names.of(status); }
Status parse_status(std::string_view name) { return status_names.parse(name); }

}  // namespace asymptest
