#include "asymptest/report/figures/rate_figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "asymptest/report/figures/figure_layout.hpp"
#include "asymptest/report/figures/panel.hpp"
#include "asymptest/report/figures/series.hpp"
#include "asymptest/report/figures/slope.hpp"
#include "asymptest/report/figures/slope_marks.hpp"
#include "asymptest/report/text/number.hpp"

namespace asymptest::report {
namespace {

std::size_t telling_factor(const SubjectRecord& subject) {
  std::size_t best = 0;
  for (std::size_t j = 1; j < subject.law.factors.size(); ++j) {
    if (distance_outside(slope_of(subject, j)) > distance_outside(slope_of(subject, best)))
      best = j;
  }
  return best;
}

void draw_fit(Svg& svg, const Panel& panel, const Series& series) {
  std::vector<Pixel> fit;
  double last = std::numeric_limits<double>::quiet_NaN();
  for (const Mark& mark : series.marks) {
    if (mark.x == last) continue;  // with several factors marks share their x, and their fit
    fit.push_back(panel.at(mark.x, mark.fitted));
    last = mark.x;
  }
  svg.path(fit, "f-fit");
}

PanelAxis size_axis(const SubjectRecord& subject, const Series& series, const Layout& layout) {
  const Spacing spacing = is_decay(subject) ? Spacing::linear : Spacing::logarithmic;
  return {.spacing = spacing,
          .data = padded(range_of(sizes_of(series), spacing), spacing, 0.04),
          .most_labels = layout.most_x_labels};
}

void draw_measurements(Svg& svg, const Panel& panel, const Series& series, const Slope& slope) {
  panel.draw_axes(svg);
  svg.begin_clip(panel.clip());
  draw_cone(svg, panel, series, slope);
  draw_fit(svg, panel, series);
  draw_marks(svg, panel, series);
  svg.end_clip();
}

LegendEntry legend_of_band(const Slope& slope, bool one) {
  using Sample = LegendEntry::Sample;
  const bool closed = std::isfinite(slope.band_lower) && std::isfinite(slope.band_upper);
  const std::string words = one ? "band " + band(slope.band_lower, slope.band_upper) : "band";
  if (closed || std::isnan(slope.band_lower)) return {Sample::strip, "f-band", words};
  return {Sample::line, "f-edge", words + ", forbidden where hatched"};
}

std::vector<LegendEntry> legend_of(const ClaimRecord& claim, const SubjectRecord& subject) {
  using Sample = LegendEntry::Sample;
  std::vector<LegendEntry> entries = legend_of_marks(subject);
  const bool one = subject.law.factors.size() == 1;
  if (!one) {
    std::erase_if(entries, [](const LegendEntry& entry) { return entry.style == "f-spread"; });
  }
  const Slope slope = slope_of(subject, 0);
  entries.push_back(
      {Sample::line, "f-fit",
       one ? "fit, slope " + with_interval(slope.estimate, slope.lower, slope.upper) : "fit"});
  entries.push_back({Sample::line, "f-prediction",
                     one ? "predicted slope " + exponent(slope.predicted) : "predicted slope"});
  entries.push_back(legend_of_band(slope, one));
  if (slope.upper > slope.lower) {
    entries.push_back({Sample::strip, "f-estimate", "interval that decides"});
  }
  bool rivals = false;
  for (std::size_t j = 0; j < subject.law.factors.size(); ++j) {
    rivals |= !rival_slopes(claim, subject, j).empty();
  }
  if (rivals) {
    entries.push_back({Sample::line, "f-rival", "rival"});
  }
  return entries;
}

std::string heading_of(const ClaimRecord& claim, const SubjectRecord& subject) {
  if (subject.law.factors.size() < 2) return claim.measured;
  return claim.measured + ", in each panel with the other factors divided out";
}

std::string slope_label(const SubjectRecord& subject, std::size_t j, Detail detail) {
  if (detail != Detail::small && subject.law.factors.size() == 1) return "";
  const Slope slope = slope_of(subject, j);
  if (std::isnan(slope.estimate)) return "";
  return "slope " + with_interval(slope.estimate, slope.lower, slope.upper);
}

/// A factor's measurements in `main`, and its local slopes in `slopes` unless the figure is small.
void draw_factor(Svg& svg, const ClaimRecord& claim, const SubjectRecord& subject, std::size_t j,
                 const Series& series, const Layout& layout, Detail detail, const Rectangle& main,
                 const Rectangle& slopes) {
  const bool small = detail == Detail::small;
  const Slope slope = slope_of(subject, j);
  PanelAxis x = size_axis(subject, series, layout);
  const std::string label = axis_label(claim, series.axis, main.width);
  x.shows_labels = small;
  if (small) x.label = label;
  PanelAxis y{
      .spacing = Spacing::logarithmic,
      .data = padded(range_of(extent(series), Spacing::logarithmic), Spacing::logarithmic, 0.06),
      .label = slope_label(subject, j, detail),
      .most_labels = layout.most_y_labels};
  draw_measurements(svg, Panel(main, x, y), series, slope);
  if (small) return;
  x.shows_labels = true;
  x.label = label;
  draw_slopes(svg, slopes, x, local_slopes(series, !is_decay(subject)), slope,
              rival_slopes(claim, subject, j));
}

/// Some of the factors, from `first` on, side by side.
Figure drawn_factors(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail,
                     std::size_t first, std::span<const Series> series) {
  constexpr double between_panels = 30;
  const std::size_t shown = series.size();
  const Layout layout = layout_of(detail, shown);
  Figure figure{.width = layout.width,
                .heading = heading_of(claim, subject),
                .legend = legend_of(claim, subject)};
  Svg svg;
  const double top = draw_heading(svg, layout, detail, figure.heading, figure.legend) + 12;
  const double slopes_top = top + layout.panel_height + between_panels;
  for (std::size_t k = 0; k < shown; ++k) {
    draw_factor(svg, claim, subject, first + k, series[k], layout, detail,
                panel_area(layout, k, shown, top, layout.panel_height),
                panel_area(layout, k, shown, slopes_top, layout.slopes_height));
  }
  const bool small = detail == Detail::small;
  figure.height =
      (small ? top + layout.panel_height : slopes_top + layout.slopes_height) + layout.bottom;
  figure.elements = svg.elements();
  return figure;
}

}  // namespace

Figure rate_figure(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail) {
  const std::vector<Series> all = rate_series(subject);
  if (detail != Detail::small) return drawn_factors(claim, subject, detail, 0, all);
  const std::size_t j = telling_factor(subject);
  return drawn_factors(claim, subject, detail, j, std::span(all).subspan(j, 1));
}

std::vector<Figure> rate_parts(const ClaimRecord& claim, const SubjectRecord& subject) {
  const std::vector<Series> all = rate_series(subject);
  std::vector<Figure> parts;
  for (std::size_t j = 0; j < all.size(); ++j) {
    parts.push_back(drawn_factors(claim, subject, Detail::part, j, std::span(all).subspan(j, 1)));
  }
  return parts;
}

}  // namespace asymptest::report
