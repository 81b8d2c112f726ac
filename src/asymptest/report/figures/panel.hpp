#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "asymptest/report/drawing/scale.hpp"
#include "asymptest/report/drawing/svg.hpp"
#include "asymptest/report/figures/series.hpp"

namespace asymptest::report {

/// One axis of a panel.
struct PanelAxis {
  Spacing spacing = Spacing::linear;
  Range data;
  std::string label;
  int most_labels = 6;
  bool shows_labels = true;
};

/// A plotting area with its two axes.
class Panel {
 public:
  Panel(const Rectangle& area, PanelAxis x, PanelAxis y);

  /// Grid, axes, ticks and labels; to be drawn before the data.
  void draw_axes(Svg& svg) const;

  [[nodiscard]] Pixel at(double x, double y) const { return {x_scale_(x), y_scale_(y)}; }
  [[nodiscard]] const Scale& x() const { return x_scale_; }
  [[nodiscard]] const Scale& y() const { return y_scale_; }
  [[nodiscard]] const Rectangle& area() const { return area_; }

  /// The area widened enough that marks at its rim are not cut in half.
  [[nodiscard]] Rectangle clip() const;

  /// A strip over the panel's whole width between two values of y, which may be infinite.
  void draw_strip(Svg& svg, double lower, double upper, std::string_view style) const;
  /// A line over the panel's whole width.
  void draw_level(Svg& svg, double y, std::string_view style) const;
  /// A vertical bar between two values of y; nothing if it has no height.
  void draw_bar(Svg& svg, double x, double lower, double upper, std::string_view style) const;

 private:
  void draw_x_axis(Svg& svg) const;
  void draw_y_axis(Svg& svg) const;

  Rectangle area_;
  PanelAxis x_axis_, y_axis_;
  Scale x_scale_, y_scale_;
};

/// Deciles of the trials, intervals and points of a series, in this order.
void draw_marks(Svg& svg, const Panel& panel, const Series& series);

/// All y of a series that its panel should hold: the points, and the ends of the intervals that
/// are not absurdly far away.
std::vector<double> extent(const Series& series);

std::vector<double> sizes_of(const Series& series);

}  // namespace asymptest::report
