#include "asymptest/report/figures/slack_figure.hpp"

#include <cmath>
#include <limits>

#include "asymptest/report/figures/one_panel.hpp"
#include "asymptest/report/text/number.hpp"

namespace asymptest::report {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Medians as marks, the extremes in place of the intervals.
Series spread_along(const SubjectRecord& subject, const std::string& axis) {
  Series series{.axis = axis};
  const std::vector<PointRecord> points = measured_points(subject);
  for (const PointRecord& point : points) {
    series.marks.push_back({.x = point.at.has(axis) ? point.at[axis] : std::nan(""),
                            .y = point.median,
                            .lower = point.smallest,
                            .upper = point.largest,
                            .spread_lower = point.lower_decile,
                            .spread_upper = point.upper_decile,
                            .fitted = std::nan("")});
  }
  put_into_groups(series, points);
  return series;
}

std::vector<double> heights_of(const Series& series, const LawRecord& law) {
  std::vector<double> heights;
  for (const Mark& mark : series.marks) heights.insert(heights.end(), {mark.lower, mark.upper});
  for (const double bound : {law.lower, law.upper}) {
    if (std::isfinite(bound)) heights.push_back(bound);
  }
  return heights;
}

/// The bound, and the strip from it to the panel's end on the forbidden side.
void draw_bounds(Svg& svg, const Panel& panel, const LawRecord& law) {
  if (std::isfinite(law.lower)) {
    panel.draw_strip(svg, -infinity, law.lower, "f-forbidden");
    panel.draw_level(svg, law.lower, "f-bound");
  }
  if (std::isfinite(law.upper)) {
    panel.draw_strip(svg, law.upper, infinity, "f-forbidden");
    panel.draw_level(svg, law.upper, "f-bound");
  }
}

}  // namespace

Figure slack_figure(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail) {
  using Sample = LegendEntry::Sample;
  OnePanelContent content{
      .measured = claim.measured,
      .legend = {{Sample::point, "f-point", "median, smallest to largest trial"},
                 {Sample::bar, "f-spread", "middle 80\u2009% of the trials"},
                 {Sample::line, "f-bound", "bound"},
                 {Sample::strip, "f-forbidden", "violation"}},
      .series = side_by_side(spread_along(subject, main_axis(subject)))};
  add_groups(content.legend, content.series);
  content.heights = heights_of(content.series, subject.law);
  OnePanel figure(claim, detail, content);
  draw_bounds(figure.svg(), figure.panel(), subject.law);
  draw_marks(figure.svg(), figure.panel(), content.series);
  return figure.finish();
}

}  // namespace asymptest::report
