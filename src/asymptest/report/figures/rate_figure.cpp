#include "asymptest/report/figures/rate_figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "asymptest/report/figures/figure_layout.hpp"
#include "asymptest/report/figures/panel.hpp"
#include "asymptest/report/figures/series.hpp"
#include "asymptest/report/text/number.hpp"

namespace asymptest::report {
namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

/// What is said and what is found of the slope of one factor; unknown parts are NaN.
struct Slope {
  double predicted = 0, band_lower = 0, band_upper = 0;
  double estimate = 0, lower = 0, upper = 0;
};

bool is_decay(const SubjectRecord& subject) {
  return subject.law.kind == LawKind::exponential_decay;
}

/// A decay rate r is the slope −r.
Slope slope_of(const SubjectRecord& subject, std::size_t j) {
  const FactorRecord& factor = subject.law.factors[j];
  const Estimate* e = find_estimate(subject, factor.name);
  if (e == nullptr) {
    return {factor.exponent, no_value, no_value, no_value, no_value, no_value};
  }
  if (is_decay(subject)) {
    return {-e->predicted, -e->band_upper, -e->band_lower, -e->estimate, -e->upper, -e->lower};
  }
  return {e->predicted, e->band_lower, e->band_upper, e->estimate, e->lower, e->upper};
}

/// How far the estimate lies outside the band, in band widths; 0 inside or unknown.
double distance_outside(const Slope& slope) {
  const double outside =
      std::max({0.0, slope.band_lower - slope.estimate, slope.estimate - slope.band_upper});
  const double width =
      std::min(slope.band_upper - slope.predicted, slope.predicted - slope.band_lower);
  return std::isfinite(outside / width) ? outside / width : 0;
}

std::size_t telling_factor(const SubjectRecord& subject) {
  std::size_t best = 0;
  for (std::size_t j = 1; j < subject.law.factors.size(); ++j) {
    if (distance_outside(slope_of(subject, j)) > distance_outside(slope_of(subject, best)))
      best = j;
  }
  return best;
}

/// A point in the middle of the data, through which the predicted slopes are drawn: the mark
/// nearest to the middle of the axis, on the fit where there is one.
Pixel pivot(const Panel& panel, const Series& series) {
  const double middle = panel.area().left + panel.area().width / 2;
  Pixel best{no_value, no_value};
  double nearest = std::numeric_limits<double>::infinity();
  for (const Mark& mark : series.marks) {
    const Pixel at = panel.at(mark.x, mark.fitted > 0 ? mark.fitted : mark.y);
    const double distance = std::abs(at.x - middle);
    if (std::isfinite(at.y) && distance < nearest) {
      best = at;
      nearest = distance;
    }
  }
  return best;
}

/// The predicted slopes as lines through the pivot, in pixels.
class Cone {
 public:
  Cone(const Panel& panel, const Series& series) : panel_(panel), pivot_(pivot(panel, series)) {
    const Range x = panel.x().data();
    const Range y = panel.y().data();
    const double width =
        panel.x().spacing() == Spacing::logarithmic ? std::log(x.high / x.low) : x.high - x.low;
    pixel_slope_ = -(panel.area().height / std::log(y.high / y.low)) / (panel.area().width / width);
  }

  void draw(Svg& svg, const Slope& slope) const {
    if (!std::isnan(slope.band_lower) && !std::isnan(slope.band_upper)) {
      for (const double side : {panel_.area().left, panel_.area().right()}) {
        const std::vector<Pixel> wedge{pivot_, on_line(slope.band_lower, side),
                                       on_line(slope.band_upper, side)};
        svg.polygon(wedge, "f-band");
      }
    }
    svg.line(on_line(slope.predicted, panel_.area().left),
             on_line(slope.predicted, panel_.area().right()), "f-prediction");
  }

 private:
  [[nodiscard]] Pixel on_line(double slope, double x) const {
    // An open side of a band is drawn as a line steep enough to leave the panel at once.
    const double steepest = 50;
    const double limited = std::clamp(slope * pixel_slope_, -steepest, steepest);
    return {x, pivot_.y + limited * (x - pivot_.x)};
  }

  const Panel& panel_;
  Pixel pivot_;
  double pixel_slope_ = 0;
};

void draw_fit(Svg& svg, const Panel& panel, const Series& series) {
  std::vector<Pixel> fit;
  double last = no_value;
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
  Cone(panel, series).draw(svg, slope);
  draw_fit(svg, panel, series);
  draw_marks(svg, panel, series);
  svg.end_clip();
}

Range range_of_slopes(const std::vector<LocalSlope>& slopes, const Slope& slope) {
  std::vector<double> values{slope.predicted, slope.band_lower, slope.band_upper, slope.estimate};
  for (const LocalSlope& local : slopes) values.push_back(local.slope);
  return padded(range_of(values, Spacing::linear), Spacing::linear, 0.12);
}

void draw_slopes(Svg& svg, const Rectangle& area, PanelAxis x,
                 const std::vector<LocalSlope>& slopes, const Slope& slope) {
  const PanelAxis y{.spacing = Spacing::linear,
                    .data = range_of_slopes(slopes, slope),
                    .label = "local slope",
                    .most_labels = 4};
  const Panel panel(area, std::move(x), y);
  panel.draw_axes(svg);
  svg.begin_clip(panel.clip());
  panel.draw_strip(svg, slope.band_lower, slope.band_upper, "f-band");
  panel.draw_strip(svg, slope.lower, slope.upper, "f-estimate");
  panel.draw_level(svg, slope.predicted, "f-prediction");
  for (const LocalSlope& local : slopes) {
    panel.draw_bar(svg, local.x, local.lower, local.upper, "f-interval");
  }
  for (const LocalSlope& local : slopes) {
    svg.circle(panel.at(local.x, local.slope), 2.5, "f-point");
  }
  svg.end_clip();
}

std::vector<LegendEntry> legend_of(const SubjectRecord& subject) {
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
  entries.push_back(
      {Sample::strip, "f-band", one ? "band " + band(slope.band_lower, slope.band_upper) : "band"});
  entries.push_back({Sample::strip, "f-estimate", "interval of the slope"});
  return entries;
}

std::string heading_of(const ClaimRecord& claim, const SubjectRecord& subject) {
  if (subject.law.factors.size() < 2) return claim.measured;
  return claim.measured + ", in each panel with the other factors divided out";
}

std::string slope_label(const SubjectRecord& subject, std::size_t j, Detail detail) {
  if (detail == Detail::full && subject.law.factors.size() == 1) return "";
  const Slope slope = slope_of(subject, j);
  if (std::isnan(slope.estimate)) return "";
  return "slope " + with_interval(slope.estimate, slope.lower, slope.upper);
}

}  // namespace

Figure rate_figure(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail) {
  const std::vector<Series> all = rate_series(subject);
  const bool small = detail == Detail::small;
  const std::size_t first = small ? telling_factor(subject) : 0;
  const std::size_t shown = small ? 1 : all.size();
  const Layout layout = layout_of(detail, shown);
  Svg svg;
  const double top =
      draw_heading(svg, layout, detail, heading_of(claim, subject), legend_of(subject)) + 12;
  const double slopes_top = top + layout.panel_height + 30;
  for (std::size_t k = 0; k < shown; ++k) {
    const Series& series = all[first + k];
    const Slope slope = slope_of(subject, first + k);
    const Rectangle area = panel_area(layout, k, shown, top, layout.panel_height);
    PanelAxis x = size_axis(subject, series, layout);
    const std::string label = axis_label(claim, series.axis, area.width);
    x.shows_labels = small;
    if (small) x.label = label;
    PanelAxis y{
        .spacing = Spacing::logarithmic,
        .data = padded(range_of(extent(series), Spacing::logarithmic), Spacing::logarithmic, 0.06),
        .label = slope_label(subject, first + k, detail),
        .most_labels = layout.most_y_labels};
    draw_measurements(svg, Panel(area, x, y), series, slope);
    if (small) continue;
    x.shows_labels = true;
    x.label = label;
    draw_slopes(svg, panel_area(layout, k, shown, slopes_top, layout.slopes_height), x,
                local_slopes(series, !is_decay(subject)), slope);
  }
  const double height =
      (small ? top + layout.panel_height : slopes_top + layout.slopes_height) + layout.bottom;
  return {.width = layout.width, .height = height, .elements = svg.elements()};
}

}  // namespace asymptest::report
