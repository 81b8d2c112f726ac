#pragma once

#include <string>
#include <vector>

#include "asymptest/report/figures/figure_layout.hpp"
#include "asymptest/report/figures/panel.hpp"

namespace asymptest::report {

/// What a figure of one panel is made of.
struct OnePanelContent {
  std::string measured;  ///< the heading
  std::vector<LegendEntry> legend;
  Series series;                ///< its axis and sizes make the x axis
  std::vector<double> heights;  ///< all that the y axis should hold
};

/// A figure of one panel: construct, draw into `svg()`, then `finish`.
class OnePanel {
 public:
  OnePanel(const ClaimRecord& claim, Detail detail, const OnePanelContent& content);

  Svg& svg() { return svg_; }
  [[nodiscard]] const Panel& panel() const { return panel_; }
  Figure finish();

 private:
  Svg svg_;
  std::string heading_;
  std::vector<LegendEntry> legend_;
  Layout layout_;
  Rectangle area_;
  Panel panel_;
};

/// The marks of each group a little beside those of the one before, not on top of them.
Series side_by_side(Series series);
/// Says which group stands where, if there are several.
void add_groups(std::vector<LegendEntry>& legend, const Series& series);

/// Logarithmic where all values are positive and span more than a factor of 8.
Spacing spacing_for(const std::vector<double>& values);

}  // namespace asymptest::report
