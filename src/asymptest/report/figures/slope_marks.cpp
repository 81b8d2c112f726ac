#include "asymptest/report/figures/slope_marks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "asymptest/report/text/number.hpp"

namespace asymptest::report {
namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
constexpr double hatch_length = 6;  // pixels: the width of .f-hatch

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

/// A line with strokes on one side: upwards (−1) or downwards (1) as it goes to the right. The
/// strokes are the dashes of a line as wide as they are long.
void hatched_line(Svg& svg, Pixel from, Pixel to, double side) {
  svg.line(from, to, "f-edge");
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (!(length > 0) || !std::isfinite(length)) return;
  const double shift = side * hatch_length / 2 / length;
  const Pixel by{-(to.y - from.y) * shift, (to.x - from.x) * shift};
  const std::vector<Pixel> middle{{from.x + by.x, from.y + by.y}, {to.x + by.x, to.y + by.y}};
  svg.path(middle, "f-hatch");
}

/// Slopes as lines through the pivot, in pixels.
class Cone {
 public:
  Cone(const Panel& panel, const Series& series) : panel_(panel), pivot_(pivot(panel, series)) {
    const Range x = panel.x().data();
    const Range y = panel.y().data();
    const double width =
        panel.x().spacing() == Spacing::logarithmic ? std::log(x.high / x.low) : x.high - x.low;
    pixel_slope_ = -(panel.area().height / std::log(y.high / y.low)) / (panel.area().width / width);
  }

  void wedge(Svg& svg, double lower, double upper) const {
    for (const double side : {panel_.area().left, panel_.area().right()}) {
      const std::vector<Pixel> corners{pivot_, on_line(lower, side), on_line(upper, side)};
      svg.polygon(corners, "f-band");
    }
  }

  /// Forbids larger slopes (`above`) or smaller ones: what lies above the line on the right of the
  /// pivot, and below it on its left, or the other way round.
  void edge(Svg& svg, double slope, bool above) const {
    const double right = above ? -1 : 1;
    hatched_line(svg, pivot_, on_line(slope, panel_.area().right()), right);
    hatched_line(svg, on_line(slope, panel_.area().left), pivot_, -right);
  }

  void line(Svg& svg, double slope, std::string_view style) const {
    svg.line(on_line(slope, panel_.area().left), on_line(slope, panel_.area().right()), style);
  }

 private:
  [[nodiscard]] Pixel on_line(double slope, double x) const {
    return {x, pivot_.y + slope * pixel_slope_ * (x - pivot_.x)};
  }

  const Panel& panel_;
  Pixel pivot_;
  double pixel_slope_ = 0;
};

/// The nearest of the rivals below the prediction and above it.
std::vector<double> nearest(const std::vector<double>& rivals, double predicted) {
  double below = -std::numeric_limits<double>::infinity(), above = -below;
  for (const double rival : rivals) {
    if (rival < predicted) below = std::max(below, rival);
    if (rival > predicted) above = std::min(above, rival);
  }
  return {below, above};  // what is infinite has no place on an axis
}

/// Wide enough for all that decides, and for the ends of intervals that aren't far wider.
Range range_of_slopes(const std::vector<LocalSlope>& local, const Slope& slope,
                      const std::vector<double>& rivals) {
  std::vector<double> values{slope.predicted, slope.band_lower, slope.band_upper,
                             slope.estimate,  slope.lower,      slope.upper};
  for (const double rival : nearest(rivals, slope.predicted)) values.push_back(rival);
  for (const LocalSlope& one : local) values.push_back(one.slope);
  const Range inner = range_of(values, Spacing::linear);
  const double width = inner.high - inner.low;
  for (const LocalSlope& one : local) {
    values.push_back(std::max(one.lower, inner.low - width));
    values.push_back(std::min(one.upper, inner.high + width));
  }
  return padded(range_of(values, Spacing::linear), Spacing::linear, 0.08);
}

void draw_band(Svg& svg, const Panel& panel, const Slope& slope) {
  const Rectangle& area = panel.area();
  if (std::isfinite(slope.band_lower) && std::isfinite(slope.band_upper)) {
    panel.draw_strip(svg, slope.band_lower, slope.band_upper, "f-band");
  } else if (std::isfinite(slope.band_upper)) {
    const double y = panel.y()(slope.band_upper);
    hatched_line(svg, {area.left, y}, {area.right(), y}, -1);
  } else if (std::isfinite(slope.band_lower)) {
    const double y = panel.y()(slope.band_lower);
    hatched_line(svg, {area.left, y}, {area.right(), y}, 1);
  }
}

/// Each with its slope at the right end; at the left one where that would lie on another's.
void draw_rivals(Svg& svg, const Panel& panel, const std::vector<double>& rivals) {
  constexpr double label_height = 12;
  std::vector<double> taken;
  for (const double rival : rivals) {
    panel.draw_level(svg, rival, "f-rival");
    const double y = panel.y()(rival);
    const bool free = std::none_of(taken.begin(), taken.end(), [&](double other) {
      return std::abs(other - y) < label_height;
    });
    if (free) taken.push_back(y);
    const double x = free ? panel.area().right() - 2 : panel.area().left + 4;
    svg.text({x, y - 3}, "f-rival-label", free ? Anchor::end : Anchor::start,
             "rival " + exponent(rival));
  }
}

}  // namespace

void draw_cone(Svg& svg, const Panel& panel, const Series& series, const Slope& slope) {
  const Cone cone(panel, series);
  if (std::isfinite(slope.band_lower) && std::isfinite(slope.band_upper)) {
    cone.wedge(svg, slope.band_lower, slope.band_upper);
  } else if (std::isfinite(slope.band_upper)) {
    cone.edge(svg, slope.band_upper, true);
  } else if (std::isfinite(slope.band_lower)) {
    cone.edge(svg, slope.band_lower, false);
  }
  cone.line(svg, slope.predicted, "f-prediction");
}

void draw_slopes(Svg& svg, const Rectangle& area, PanelAxis x, const std::vector<LocalSlope>& local,
                 const Slope& slope, const std::vector<double>& rivals) {
  const PanelAxis y{.spacing = Spacing::linear,
                    .data = range_of_slopes(local, slope, rivals),
                    .label = "local slope",
                    .most_labels = 4};
  const Panel panel(area, std::move(x), y);
  panel.draw_axes(svg);
  svg.begin_clip(panel.clip());
  draw_band(svg, panel, slope);
  panel.draw_strip(svg, slope.lower, slope.upper, "f-estimate");
  draw_rivals(svg, panel, rivals);
  panel.draw_level(svg, slope.predicted, "f-prediction");
  for (const LocalSlope& one : local)
    panel.draw_bar(svg, one.x, one.lower, one.upper, "f-interval");
  for (const LocalSlope& one : local) svg.circle(panel.at(one.x, one.slope), 2.5, "f-point");
  svg.end_clip();
}

}  // namespace asymptest::report
