#include "asymptest/report/figures/figure_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace asymptest::report {
namespace {

constexpr double label_size = 12;

std::string summary_word(const SubjectRecord& subject) {
  return subject.law.summary ? std::string(name_of(*subject.law.summary)) : "summary";
}

bool has_spread(const SubjectRecord& subject) {
  return std::any_of(subject.points.begin(), subject.points.end(), [](const PointRecord& point) {
    return point.trials > 1 && point.upper_decile > point.lower_decile;
  });
}

bool has_intervals(const SubjectRecord& subject) {
  return std::any_of(subject.points.begin(), subject.points.end(),
                     [](const PointRecord& point) { return point.upper > point.lower; });
}

}  // namespace

Layout layout_of(Detail detail, std::size_t panels) {
  if (detail == Detail::small) {
    return {.width = 300,
            .panel_height = 150,
            .left = 50,
            .right = 10,
            .heading = 12,
            .bottom = 40,
            .most_x_labels = 5,
            .most_y_labels = 4};
  }
  if (detail == Detail::part) {
    return {.width = 350,
            .panel_height = 210,
            .slopes_height = 96,
            .left = 52,
            .right = 10,
            .heading = 12,
            .bottom = 42,
            .most_x_labels = 5,
            .most_y_labels = 5};
  }
  const bool several = panels > 1;
  return {.width = std::max(620.0, 290 * static_cast<double>(panels)),
          .panel_height = several ? 220.0 : 270.0,
          .slopes_height = 110,
          .left = 56,
          .right = 14,
          .heading = 8,
          .bottom = 42,
          .most_x_labels = several ? 5 : 8,
          .most_y_labels = 6};
}

Rectangle panel_area(const Layout& layout, std::size_t j, std::size_t n, double top,
                     double height) {
  const double share = layout.width / static_cast<double>(n);
  return {share * static_cast<double>(j) + layout.left, top, share - layout.left - layout.right,
          height};
}

double draw_heading(Svg& svg, const Layout& layout, Detail detail, const std::string& measured,
                    const std::vector<LegendEntry>& legend) {
  if (detail != Detail::full) return layout.heading;
  double y = layout.heading;
  for (const std::string& line : wrapped(measured, layout.width - 20, label_size)) {
    svg.text({10, y + 12}, "f-title", Anchor::start, line);
    y += 17;
  }
  y += 4;
  y += draw_legend(svg, {10, y}, layout.width - 20, legend);
  return y + 14;
}

std::vector<LegendEntry> legend_of_marks(const SubjectRecord& subject) {
  using Sample = LegendEntry::Sample;
  std::vector<LegendEntry> entries;
  if (has_intervals(subject)) {
    entries.push_back(
        {Sample::point, "f-point", summary_word(subject) + " with its 95\u2009% interval"});
  } else {
    entries.push_back({Sample::point, "f-point", "measured"});
  }
  if (has_spread(subject)) {
    entries.push_back({Sample::bar, "f-spread", "middle 80\u2009% of the trials"});
  }
  return entries;
}

std::string axis_label(const ClaimRecord& claim, const std::string& axis, double width) {
  const auto found = std::find_if(claim.axes.begin(), claim.axes.end(),
                                  [&](const AxisRecord& record) { return record.name == axis; });
  if (found == claim.axes.end() || found->meaning.empty()) return axis;
  const std::string full = fmt::format("{} ({})", axis, found->meaning);
  return text_width(full, label_size) <= width ? full : axis;
}

}  // namespace asymptest::report
