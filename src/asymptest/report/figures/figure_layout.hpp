#pragma once

#include <string>
#include <vector>

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"
#include "asymptest/report/drawing/legend.hpp"
#include "asymptest/report/drawing/svg.hpp"

/// What the figures of all kinds of prediction share: their measures, heading and legend.
namespace asymptest::report {

/// The measures of a figure, in pixels.
struct Layout {
  double width = 0, panel_height = 0, slopes_height = 0;
  double left = 0, right = 0;      ///< margins beside each panel
  double heading = 0, bottom = 0;  ///< room above the first and below the last panel
  int most_x_labels = 0, most_y_labels = 0;
};

/// The measures of a figure with so many panels side by side.
Layout layout_of(Detail detail, std::size_t panels);

/// The area of panel j of n, `height` high, from `top` down.
Rectangle panel_area(const Layout& layout, std::size_t j, std::size_t n, double top, double height);

/// What was measured, in words, then the legend (full figures only). Returns the height of both.
double draw_heading(Svg& svg, const Layout& layout, Detail detail, const std::string& measured,
                    const std::vector<LegendEntry>& legend);

/// "mean with its 95 % interval", and the trials' spread where it is drawn.
std::vector<LegendEntry> legend_of_marks(const SubjectRecord& subject);

/// "N, samples": an axis's name and meaning, shortened to fit.
std::string axis_label(const ClaimRecord& claim, const std::string& axis, double width);

}  // namespace asymptest::report
