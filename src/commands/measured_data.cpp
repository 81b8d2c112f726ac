#include "commands/measured_data.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace asymptest::cli {
namespace {

/// The points of each label among those that were kept, in the order of the labels' first points.
std::vector<std::pair<std::string, std::vector<Eigen::Index>>> members_of_labels(
    const std::vector<std::string>& labels, const std::vector<Eigen::Index>& kept) {
  std::map<std::string, std::size_t> places;
  std::vector<std::pair<std::string, std::vector<Eigen::Index>>> members;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const std::string& label = labels[static_cast<std::size_t>(kept[i])];
    const auto [place, is_new] = places.emplace(label, members.size());
    if (is_new) members.push_back({label, {}});
    members[place->second].second.push_back(static_cast<Eigen::Index>(i));
  }
  return members;
}

}  // namespace

std::vector<MeasuredGroup> groups_of(learning::DataSet data) {
  std::vector<MeasuredGroup> groups(1);
  groups.front().size = data.points.cols();
  groups.front().data = learning::distinct_points(std::move(data.points));
  if (data.labels.empty()) return groups;
  for (const auto& [label, members] : members_of_labels(data.labels, groups.front().data.indices)) {
    groups.push_back({label, static_cast<Eigen::Index>(members.size()),
                      learning::distinct_points(groups.front().data.points(Eigen::all, members))});
  }
  return groups;
}

std::string description_of(const MeasuredGroup& group) {
  const learning::DistinctPoints& data = group.data;
  std::string text = group.label.empty() ? "" : fmt::format("label {}: ", group.label);
  text += fmt::format("{} points of {} coordinates", group.size, data.points.rows());
  if (data.copies > 0) text += fmt::format("; {} copies of other points left out", data.copies);
  if (!data.not_finite.empty()) {
    text += fmt::format("; {} points left out for cells that are not finite, the first is point {}",
                        data.not_finite.size(), data.not_finite.front() + 1);
  }
  if (data.constant_coordinates > 0) {
    text += fmt::format("; {} coordinates are constant", data.constant_coordinates);
  }
  return text;
}

}  // namespace asymptest::cli
