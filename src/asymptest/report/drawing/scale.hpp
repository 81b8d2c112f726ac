#pragma once

#include <span>
#include <string>
#include <vector>

/// Where data values fall on a figure's axis, and which of them are labelled.
namespace asymptest::report {

enum class Spacing { linear, logarithmic };

/// The closed interval from low to high.
struct Range {
  double low = 0, high = 0;
};

/// The range of the values that an axis of this spacing can show: finite, and positive on a
/// logarithmic one. A range without width is widened around its value; without any value it is
/// [0, 1], or [1, 10] on a logarithmic axis.
Range range_of(std::span<const double> values, Spacing spacing);

/// The range widened on both sides by this share of its width (in the axis's own spacing).
Range padded(Range range, Spacing spacing, double share);

/// The smallest range that holds both.
Range joined(Range a, Range b);

/// Maps data values to pixels.
class Scale {
 public:
  /// `data` as from `range_of`; `pixels` may run backwards, as vertical axes do.
  Scale(Spacing spacing, Range data, Range pixels);

  /// The pixel of a value; NaN for a value that the axis can't show.
  double operator()(double value) const;

  /// For the ends of bars: as above, but what lies beyond the axis (infinite, or not positive on a
  /// logarithmic one) maps a little beyond the axis's end. NaN stays NaN.
  [[nodiscard]] double clamped(double value) const;

  [[nodiscard]] Spacing spacing() const { return spacing_; }
  [[nodiscard]] Range data() const { return data_; }

 private:
  [[nodiscard]] double position(double value) const;

  Spacing spacing_;
  Range data_, pixels_;
};

/// A mark of an axis, and what stands beside it.
struct Tick {
  double value = 0;
  std::string label;  ///< empty for a minor tick
};

/// The ticks of an axis, in increasing order, with at most `most` labels. On a logarithmic axis
/// whole decades are labelled, and 2 and 5 of each where there are fewer than two decades; an axis
/// too short even for these is labelled as a linear one.
std::vector<Tick> ticks(Range data, Spacing spacing, int most = 7);

}  // namespace asymptest::report
