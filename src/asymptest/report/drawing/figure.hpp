#pragma once

#include <string>
#include <vector>

#include "asymptest/report/drawing/legend.hpp"

namespace asymptest::report {

/// A figure of one claim or control, drawn from its record.
struct Figure {
  double width = 0, height = 0;  ///< pixels
  std::string elements;          ///< SVG, without the element around it
  std::string title;             ///< for those who can't see it
  std::string description;
  bool has_links = false;  ///< then it is a group of links, else one image
  /// What was measured and what the marks mean: drawn in a `full` figure, for the page to say
  /// beside a `part`.
  std::string heading = {};
  std::vector<LegendEntry> legend = {};
};

/// `full` has every panel, a legend and the name of what was measured, and is a file of its own;
/// `part` has the panels of one factor, as wide as a phone; `small` is one panel to stand beside
/// others.
enum class Detail { full, part, small };

/// The figure as a file of its own, its style inside.
std::string as_file(const Figure& figure);

/// The figure as an element of a page that holds `figure_style_for_page`.
std::string as_element(const Figure& figure);

/// The looks of the figures' classes, in the page's colours (custom properties).
std::string figure_style_for_page();

/// The same in fixed colours, for a file of its own.
std::string figure_style_for_file();

}  // namespace asymptest::report
