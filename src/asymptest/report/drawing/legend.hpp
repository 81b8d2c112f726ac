#pragma once

#include <string>
#include <vector>

#include "asymptest/report/drawing/svg.hpp"

namespace asymptest::report {

/// What a mark of a figure means.
struct LegendEntry {
  enum class Sample { point, line, bar, strip };
  Sample sample = Sample::line;
  std::string style;  ///< the class of the marks
  std::string words;
};

/// Draws the entries in rows from `at` (the top left corner) and returns the height that they take.
double draw_legend(Svg& svg, Pixel at, double width, const std::vector<LegendEntry>& entries);

/// An entry's mark as an element of its own, for a legend that the page sets as text.
std::string sample_element(const LegendEntry& entry);

/// The width of a text in the figures' font at this size, by the number of its characters: an
/// estimate from above, as no font is loaded.
double text_width(std::string_view words, double font_size);

/// The text in lines of at most `width`, broken between words.
std::vector<std::string> wrapped(std::string_view words, double width, double font_size);

}  // namespace asymptest::report
