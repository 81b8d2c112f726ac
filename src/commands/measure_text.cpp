#include "commands/measure_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace asymptest::cli {
namespace {

/// The columns of the figure and the values at its first and last one.
struct TextAxis {
  double low = 0, high = 0;
  int width = 0;

  [[nodiscard]] int column(double value) const {
    const double share = high > low ? (value - low) / (high - low) : 0.5;
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * (width - 1)));
  }
};

TextAxis text_axis(const std::vector<IntervalRow>& rows, int width) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  TextAxis axis{infinite, -infinite, width};
  for (const IntervalRow& row : rows) {
    for (const double value : {row.value, row.lower, row.upper}) {
      if (!std::isfinite(value)) continue;
      axis.low = std::min(axis.low, value);
      axis.high = std::max(axis.high, value);
    }
  }
  return axis;
}

std::string figure_line(const IntervalRow& row, const TextAxis& axis) {
  std::string line;
  if (!std::isfinite(row.value)) return line;
  const int first = axis.column(row.lower), last = axis.column(row.upper);
  for (int column = 0; column <= last; ++column) {
    if (column == axis.column(row.value)) {
      line += "●";
    } else if (column < first) {
      line += " ";
    } else if (column == first) {
      line += "├";
    } else if (column == last) {
      line += std::isfinite(row.upper) ? "┤" : "→";
    } else {
      line += "─";
    }
  }
  return line;
}

}  // namespace

std::string interval_table(const std::vector<IntervalRow>& rows, int width) {
  const TextAxis axis = text_axis(rows, width);
  std::string text;
  for (const IntervalRow& row : rows) {
    const std::string interval = fmt::format("[{:.4g}, {:.4g}]", row.lower, row.upper);
    text += fmt::format("  {:<20}{:>9.4g}  {:<20}  {}\n", row.name, row.value, interval,
                        figure_line(row, axis));
  }
  const std::string low = fmt::format("{:.4g}", axis.low);
  return text + fmt::format("{:55}{}{:>{}.4g}\n", "", low, axis.high,
                            std::max(width - static_cast<int>(low.size()), 1));
}

}  // namespace asymptest::cli
