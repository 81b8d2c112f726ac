#include "commands/measure_figure.hpp"

#include <fmt/format.h>

#include <cmath>

#include "asymptest/report/figures/figure_layout.hpp"
#include "asymptest/report/figures/panel.hpp"

namespace asymptest::cli {
namespace {

using report::LegendEntry;

std::string words_for(const std::string& method) {
  if (method == "mle") return "maximum likelihood";
  if (method == "twonn") return "TwoNN";
  if (method == "pca") return "local principal components";
  return method;
}

/// The marks of each method, in the order of the estimates.
std::vector<report::Series> series_of_methods(
    const std::vector<learning::DimensionEstimate>& estimates) {
  std::vector<report::Series> methods;
  for (const learning::DimensionEstimate& e : estimates) {
    const std::string name = words_for(e.method);
    if (methods.empty() || methods.back().axis != name) methods.push_back({.axis = name});
    methods.back().marks.push_back({.x = static_cast<double>(e.k),
                                    .y = e.interval.dimension,
                                    .lower = e.interval.lower,
                                    .upper = e.interval.upper,
                                    .spread_lower = NAN,
                                    .spread_upper = NAN});
  }
  return methods;
}

/// The axis that holds all of these values.
report::PanelAxis axis_holding(const std::vector<double>& values, report::Spacing spacing,
                               std::string label) {
  return {.spacing = spacing,
          .data = report::padded(report::range_of(values, spacing), spacing, 0.08),
          .label = std::move(label),
          .most_labels = 5};
}

void draw_series(report::Svg& svg, const report::Panel& panel, const report::Series& series) {
  svg.begin_clip(panel.clip());
  for (const report::Mark& mark : series.marks) {
    panel.draw_bar(svg, mark.x, mark.lower, mark.upper, "f-interval");
    svg.circle(panel.at(mark.x, mark.y), 3, "f-point");
  }
  svg.end_clip();
}

void append_all(std::vector<double>& values, const std::vector<double>& more) {
  values.insert(values.end(), more.begin(), more.end());
}

report::Figure finished(const report::Svg& svg, const report::Layout& layout,
                        const report::Rectangle& area, const std::string& title,
                        const std::string& description) {
  return {.width = layout.width,
          .height = area.bottom() + layout.bottom,
          .elements = svg.elements(),
          .title = title,
          .description = description};
}

}  // namespace

report::Figure dimension_figure(const std::string& title,
                                const std::vector<learning::DimensionEstimate>& estimates) {
  const auto methods = series_of_methods(estimates);
  std::vector<double> heights, ks;
  for (const report::Series& method : methods) {
    append_all(heights, report::extent(method));
    append_all(ks, report::sizes_of(method));
  }
  const report::Layout layout = report::layout_of(report::Detail::full, methods.size());
  report::Svg svg;
  const std::vector<LegendEntry> legend{
      {LegendEntry::Sample::point, "f-point", "dimension with its 95\u2009% interval"}};
  const double top = report::draw_heading(svg, layout, report::Detail::full, title, legend);
  report::Rectangle area;
  for (std::size_t j = 0; j < methods.size(); ++j) {
    area = report::panel_area(layout, j, methods.size(), top, layout.panel_height);
    const report::Panel panel(
        area, axis_holding(ks, report::Spacing::logarithmic, "k, " + methods[j].axis),
        axis_holding(heights, report::Spacing::linear, ""));
    panel.draw_axes(svg);
    draw_series(svg, panel, methods[j]);
  }
  return finished(svg, layout, area, title, "estimates of the dimension at several scales");
}

report::Figure covering_figure(const std::string& title, const learning::CoveringCurve& curve) {
  report::Series series{.axis = "N"};
  for (std::size_t j = 0; j < curve.samples.size(); ++j) {
    const learning::CoveringValue& distance = curve.distances[j];
    series.marks.push_back({.x = static_cast<double>(curve.samples[j]),
                            .y = distance.value,
                            .lower = distance.lower,
                            .upper = distance.upper,
                            .spread_lower = NAN,
                            .spread_upper = NAN});
  }
  const report::Layout layout = report::layout_of(report::Detail::full, 1);
  report::Svg svg;
  const std::vector<LegendEntry> legend{
      {LegendEntry::Sample::point, "f-point", "mean distance with its 95\u2009% interval"},
      {LegendEntry::Sample::line, "f-fit", fmt::format("N^{:.3f}", curve.exponent.value)}};
  const double top = report::draw_heading(svg, layout, report::Detail::full, title, legend);
  const report::Rectangle area = report::panel_area(layout, 0, 1, top, layout.panel_height);
  const report::Panel panel(
      area, axis_holding(report::sizes_of(series), report::Spacing::logarithmic, "N, samples"),
      axis_holding(report::extent(series), report::Spacing::logarithmic, ""));
  panel.draw_axes(svg);
  double log_mean = 0, log_size = 0;
  for (const report::Mark& mark : series.marks) {
    log_mean += std::log(mark.y) / static_cast<double>(series.marks.size());
    log_size += std::log(mark.x) / static_cast<double>(series.marks.size());
  }
  const auto fitted = [&](double x) {
    return panel.at(x, std::exp(log_mean + curve.exponent.value * (std::log(x) - log_size)));
  };
  svg.line(fitted(series.marks.front().x), fitted(series.marks.back().x), "f-fit");
  draw_series(svg, panel, series);
  return finished(svg, layout, area, title, "the distance to the nearest of N samples");
}

}  // namespace asymptest::cli
