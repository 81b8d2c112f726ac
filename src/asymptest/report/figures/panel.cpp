#include "asymptest/report/figures/panel.hpp"

#include <cmath>
#include <utility>

namespace asymptest::report {
namespace {

constexpr double tick_length = 4;
constexpr double minor_tick_length = 2.5;
constexpr double rim = 5;  ///< how far marks may stick out of the area, in pixels
constexpr double point_radius = 3;

}  // namespace

Panel::Panel(const Rectangle& area, PanelAxis x, PanelAxis y)
    : area_(area),
      x_axis_(std::move(x)),
      y_axis_(std::move(y)),
      x_scale_(x_axis_.spacing, x_axis_.data, {area.left, area.right()}),
      y_scale_(y_axis_.spacing, y_axis_.data, {area.bottom(), area.top}) {}

void Panel::draw_axes(Svg& svg) const {
  draw_y_axis(svg);
  draw_x_axis(svg);
}

void Panel::draw_x_axis(Svg& svg) const {
  const double base = area_.bottom();
  svg.line({area_.left, base}, {area_.right(), base}, "f-axis");
  for (const Tick& tick : ticks(x_axis_.data, x_axis_.spacing, x_axis_.most_labels)) {
    const double x = x_scale_(tick.value);
    const bool major = !tick.label.empty();
    svg.line({x, base}, {x, base + (major ? tick_length : minor_tick_length)}, "f-axis");
    if (major && x_axis_.shows_labels) {
      svg.text({x, base + 16}, "f-tick", Anchor::middle, tick.label);
    }
  }
  if (!x_axis_.label.empty()) {
    svg.text({area_.left + area_.width / 2, base + 33}, "f-label", Anchor::middle, x_axis_.label);
  }
}

void Panel::draw_y_axis(Svg& svg) const {
  for (const Tick& tick : ticks(y_axis_.data, y_axis_.spacing, y_axis_.most_labels)) {
    const double y = y_scale_(tick.value);
    const bool major = !tick.label.empty();
    if (major) svg.line({area_.left, y}, {area_.right(), y}, "f-grid");
    svg.line({area_.left - (major ? tick_length : minor_tick_length), y}, {area_.left, y},
             "f-axis");
    if (major) svg.text({area_.left - 7, y + 4}, "f-tick", Anchor::end, tick.label);
  }
  svg.line({area_.left, area_.top}, {area_.left, area_.bottom()}, "f-axis");
  if (!y_axis_.label.empty()) {
    svg.text({area_.left, area_.top - 8}, "f-label", Anchor::start, y_axis_.label);
  }
}

Rectangle Panel::clip() const {
  return {area_.left, area_.top - rim, area_.width + rim, area_.height + rim};
}

void Panel::draw_strip(Svg& svg, double lower, double upper, std::string_view style) const {
  const double top = y_scale_.clamped(upper);
  svg.rectangle({area_.left, top, area_.width, y_scale_.clamped(lower) - top}, style);
}

void Panel::draw_level(Svg& svg, double y, std::string_view style) const {
  const double pixel = y_scale_(y);
  svg.line({area_.left, pixel}, {area_.right(), pixel}, style);
}

void Panel::draw_bar(Svg& svg, double x, double lower, double upper, std::string_view style) const {
  if (!(upper > lower)) return;
  svg.line({x_scale_(x), y_scale_.clamped(lower)}, {x_scale_(x), y_scale_.clamped(upper)}, style);
}

void draw_marks(Svg& svg, const Panel& panel, const Series& series) {
  for (const Mark& mark : series.marks) {
    panel.draw_bar(svg, mark.x, mark.spread_lower, mark.spread_upper, "f-spread");
  }
  for (const Mark& mark : series.marks) {
    panel.draw_bar(svg, mark.x, mark.lower, mark.upper, "f-interval");
  }
  for (const Mark& mark : series.marks)
    svg.circle(panel.at(mark.x, mark.y), point_radius, "f-point");
}

std::vector<double> extent(const Series& series) {
  constexpr double too_far = 30;  // an interval that wide would flatten all else
  std::vector<double> values;
  for (const Mark& mark : series.marks) {
    values.push_back(mark.y);
    values.push_back(mark.fitted);
    for (const double end : {mark.lower, mark.upper, mark.spread_lower, mark.spread_upper}) {
      const double ratio = std::abs(end / mark.y);
      if (ratio < too_far && ratio > 1 / too_far) values.push_back(end);
    }
  }
  return values;
}

std::vector<double> sizes_of(const Series& series) {
  std::vector<double> sizes;
  sizes.reserve(series.marks.size());
  for (const Mark& mark : series.marks) sizes.push_back(mark.x);
  return sizes;
}

}  // namespace asymptest::report
