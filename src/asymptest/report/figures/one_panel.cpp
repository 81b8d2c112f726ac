#include "asymptest/report/figures/one_panel.hpp"

#include <algorithm>
#include <cmath>

namespace asymptest::report {
namespace {

/// Values that span more than this factor would crowd at one end of a linear axis.
constexpr double wide_span = 8;

PanelAxis x_axis(const ClaimRecord& claim, const Layout& layout, const OnePanelContent& content) {
  const std::vector<double> sizes = sizes_of(content.series);
  const Spacing spacing = spacing_for(sizes);
  return {.spacing = spacing,
          .data = padded(range_of(sizes, spacing), spacing, 0.05),
          .label = axis_label(claim, content.series.axis, layout.width - layout.left),
          .most_labels = layout.most_x_labels};
}

PanelAxis y_axis(const Layout& layout, const std::vector<double>& heights) {
  const Spacing spacing = spacing_for(heights);
  return {.spacing = spacing,
          .data = padded(range_of(heights, spacing), spacing, 0.08),
          .most_labels = layout.most_y_labels};
}

}  // namespace

Spacing spacing_for(const std::vector<double>& values) {
  const bool any_at_or_below_zero =
      std::any_of(values.begin(), values.end(), [](double value) { return value <= 0; });
  if (any_at_or_below_zero) return Spacing::linear;
  const Range range = range_of(values, Spacing::logarithmic);
  return range.high / range.low > wide_span ? Spacing::logarithmic : Spacing::linear;
}

Series side_by_side(Series series) {
  constexpr double step = 0.014, widest = 0.07;  // parts of the axis
  const auto last = static_cast<double>(series.groups.size()) - 1;
  if (last < 1) return series;
  const std::vector<double> sizes = sizes_of(series);
  const bool logarithmic = spacing_for(sizes) == Spacing::logarithmic;
  const Range range = range_of(sizes, spacing_for(sizes));
  for (Mark& mark : series.marks) {
    const double by = std::min(step, widest / last) * (static_cast<double>(mark.group) - last / 2);
    mark.x = logarithmic ? mark.x * std::pow(range.high / range.low, by)
                         : mark.x + (range.high - range.low) * by;
  }
  return series;
}

void add_groups(std::vector<LegendEntry>& legend, const Series& series) {
  constexpr std::size_t most_named = 5;
  if (series.groups.empty()) return;
  std::string words = "side by side: " + series.groups.front();
  const std::size_t n = series.groups.size();
  for (std::size_t i = 1; i < n && n <= most_named; ++i) words += "; " + series.groups[i];
  if (n > most_named) words += " to " + series.groups.back();
  legend.push_back({LegendEntry::Sample::point, "f-point", words});
}

OnePanel::OnePanel(const ClaimRecord& claim, Detail detail, const OnePanelContent& content)
    : heading_(content.measured),
      legend_(content.legend),
      layout_(layout_of(detail, 1)),
      area_(panel_area(layout_, 0, 1,
                       draw_heading(svg_, layout_, detail, content.measured, content.legend),
                       layout_.panel_height)),
      panel_(area_, x_axis(claim, layout_, content), y_axis(layout_, content.heights)) {
  panel_.draw_axes(svg_);
  svg_.begin_clip(panel_.clip());
}

Figure OnePanel::finish() {
  svg_.end_clip();
  return {.width = layout_.width,
          .height = area_.bottom() + layout_.bottom,
          .elements = svg_.elements(),
          .heading = heading_,
          .legend = legend_};
}

}  // namespace asymptest::report
