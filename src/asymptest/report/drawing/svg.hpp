#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace asymptest::report {

/// A place in a drawing, in pixels from its left and its top.
struct Pixel {
  double x = 0, y = 0;
};

/// A part of a drawing, in pixels.
struct Rectangle {
  double left = 0, top = 0, width = 0, height = 0;
  [[nodiscard]] double right() const { return left + width; }
  [[nodiscard]] double bottom() const { return top + height; }
};

enum class Anchor { start, middle, end };

/// The elements of an SVG drawing as text, in the order of the calls. Coordinates are written to a
/// hundredth of a pixel. What has a coordinate that is NaN or infinite is left out: no datum breaks
/// a drawing. Looks come from style classes; circles and texts of one look that follow each other
/// stand in one group that has it.
class Svg {
 public:
  /// Lines of one style between which nothing but lines and text comes are one element: a figure's
  /// ticks are most of what it has.
  void line(Pixel from, Pixel to, std::string_view style);
  /// A line through the points; a point that can't be drawn interrupts it.
  void path(std::span<const Pixel> points, std::string_view style);
  /// A chain of cubic Bézier curves through every third of the 3n + 1 points; nothing where a point
  /// can't be drawn.
  void curve(std::span<const Pixel> points, std::string_view style);
  void polygon(std::span<const Pixel> points, std::string_view style);
  void circle(Pixel centre, double radius, std::string_view style);
  void rectangle(const Rectangle& box, std::string_view style);
  /// Text on the base line at `at`; escaped here.
  void text(Pixel at, std::string_view style, Anchor anchor, std::string_view words);

  /// Until `end_clip`, nothing is drawn outside of the box.
  void begin_clip(const Rectangle& box);
  void end_clip();

  /// Until `end_link`, what is drawn leads to this place on the page.
  void begin_link(std::string_view place);
  void end_link();

  [[nodiscard]] std::string elements() const;

 private:
  /// The lines of a style, as the data of a path.
  struct Lines {
    std::string style, data;
  };

  [[nodiscard]] std::string lines() const;
  // The text to which an element is added that lies above the lines so far.
  std::string& above_lines();
  // The text to which an element is added that has its looks from a group with these attributes.
  std::string& in_group(const std::string& attributes);

  std::string elements_;
  std::string group_;         ///< the attributes of the group that is open, if any
  std::vector<Lines> lines_;  ///< not yet among the elements
};

/// A coordinate as SVG: two decimals at most, no trailing zeros, no "-0".
std::string coordinate(double value);

}  // namespace asymptest::report
