#pragma once

#include <string>

#include "asymptest/engine/record.hpp"

namespace asymptest::report {

/// A figure of one claim or control, drawn from its record.
struct Figure {
  double width = 0, height = 0;  ///< pixels
  std::string elements;          ///< SVG, without the element around it
  std::string title;             ///< for those who can't see it
  std::string description;
};

/// `full` has every panel, a legend and the name of what was measured; `small` is one panel to
/// stand beside others.
enum class Detail { full, small };

/// The figure of a subject:
/// power law: the measurements against each factor, doubly logarithmic, with the fit and the
/// predicted slope in its band, above the local slopes; exponential decay: the same on a linear
/// axis; value: the measurements over the curve with the tolerance; always: the spread of the
/// trials against the bound; shape: the measurements with the location of the peak or valley.
Figure figure_of(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail);

/// The figure as a file of its own, its style inside.
std::string as_file(const Figure& figure);

/// The figure as an element of a page that holds `figure_style_for_page`.
std::string as_element(const Figure& figure);

/// The looks of the figures' classes, in the page's colours (custom properties).
std::string figure_style_for_page();

/// The same in fixed colours, for a file of its own.
std::string figure_style_for_file();

}  // namespace asymptest::report
