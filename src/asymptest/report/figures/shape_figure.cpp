#include "asymptest/report/figures/shape_figure.hpp"

#include <cmath>

#include "asymptest/report/figures/one_panel.hpp"
#include "asymptest/report/text/number.hpp"

namespace asymptest::report {
namespace {

std::string axis_of(const SubjectRecord& subject) {
  return subject.law.factors.empty() ? main_axis(subject) : subject.law.factors.front().name;
}

void draw_location(Svg& svg, const Panel& panel, const SubjectRecord& subject) {
  const Rectangle& area = panel.area();
  if (!subject.verdict.estimates.empty()) {
    const Estimate& e = subject.verdict.estimates.front();
    const double left = panel.x().clamped(e.band_lower);
    svg.rectangle({left, area.top, panel.x().clamped(e.band_upper) - left, area.height}, "f-band");
  }
  const double x = panel.x()(subject.law.location);
  svg.line({x, area.top}, {x, area.bottom()}, "f-prediction");
}

void draw_joined(Svg& svg, const Panel& panel, const Series& series) {
  std::vector<Pixel> line;
  for (const Mark& mark : series.marks) line.push_back(panel.at(mark.x, mark.y));
  svg.path(line, "f-fit");
}

}  // namespace

Figure shape_figure(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail) {
  OnePanelContent content{.measured = claim.measured,
                          .legend = legend_of_marks(subject),
                          .series = series_along(subject, axis_of(subject))};
  const bool has_location = !std::isnan(subject.law.location);
  if (has_location) {
    content.legend.push_back(
        {LegendEntry::Sample::line, "f-prediction",
         "predicted " + subject.law.form + " at " + number(subject.law.location)});
  }
  content.heights = extent(content.series);
  OnePanel figure(claim, detail, content);
  if (has_location) draw_location(figure.svg(), figure.panel(), subject);
  draw_joined(figure.svg(), figure.panel(), content.series);
  draw_marks(figure.svg(), figure.panel(), content.series);
  return figure.finish();
}

}  // namespace asymptest::report
