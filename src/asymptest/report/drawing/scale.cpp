#include "asymptest/report/drawing/scale.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "asymptest/report/text/number.hpp"

namespace asymptest::report {
namespace {

/// Beyond this no pixel is computed: differences of such values would overflow.
constexpr double largest_shown = 1e300;
/// How far beyond an axis's end, as a share of its length, the ends of clamped bars lie: out of
/// sight, yet so near that no renderer loses precision.
constexpr double overshoot = 0.1;
/// A range narrower than this share of its size is rounding noise and is widened.
constexpr double least_relative_width = 1e-9;

bool can_show(double value, Spacing spacing) {
  return std::abs(value) <= largest_shown &&
         (spacing == Spacing::linear || value >= 1 / largest_shown);
}

double forward(double value, Spacing spacing) {
  return spacing == Spacing::linear ? value : std::log10(value);
}

double backward(double value, Spacing spacing) {
  return spacing == Spacing::linear ? value : std::pow(10, value);
}

Range widened_if_narrow(Range range, Spacing spacing) {
  const double size = std::max(std::abs(range.low), std::abs(range.high));
  if (range.high - range.low > least_relative_width * size) return range;
  if (spacing == Spacing::logarithmic) return {range.low / 1.5, range.high * 1.5};
  const double margin = size > 0 ? 0.1 * size : 1;
  return {range.low - margin, range.high + margin};
}

std::string decade_label(int power, bool as_power) {
  if (!as_power) return number(std::pow(10, power));
  return power == 0 ? "1" : power == 1 ? "10" : "10" + superscript(power);
}

/// The step 1, 2 or 5 times a power of ten that makes at most `most` ticks.
double nice_step(double width, int most) {
  const double rough = width / std::max(most - 1, 1);
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double step : {1.0, 2.0, 5.0}) {
    if (step * power >= rough * (1 - least_relative_width)) return step * power;
  }
  return 10 * power;
}

std::vector<Tick> ticks_at(double step, Range data) {
  const double slack = 1e-6 * step;  // a tick at the very end of the axis is not lost to rounding
  std::vector<Tick> result;
  for (double k = std::ceil((data.low - slack) / step); k * step <= data.high + slack; ++k) {
    const double value = k * step;
    // As many digits as tell one tick from the next.
    const double size = std::max(std::abs(data.low), std::abs(data.high));
    const int digits = std::clamp(1 + static_cast<int>(std::ceil(std::log10(size / step))), 2, 12);
    result.push_back({value, value == 0 ? "0" : number(value, digits)});
  }
  return result;
}

/// At most `most` labels, but two at least: a single one gives no scale.
std::vector<Tick> linear_ticks(Range data, int most) {
  std::vector<Tick> result;
  for (int allowed = most; result.size() < 2 && allowed <= 2 * most + 4; ++allowed) {
    result = ticks_at(nice_step(data.high - data.low, allowed), data);
  }
  return result;
}

std::vector<Tick> decade_ticks(Range data, int first, int last, int stride) {
  std::vector<Tick> result;
  const bool as_powers = data.low <= 1e-4 || data.high >= 1e5;
  for (int k = first; k <= last; ++k) {
    const bool labelled = k % stride == 0;
    result.push_back({std::pow(10, k), labelled ? decade_label(k, as_powers) : ""});
    if (stride > 1) continue;
    for (int digit = 2; digit <= 9; ++digit) result.push_back({digit * std::pow(10, k), ""});
  }
  return result;
}

std::vector<Tick> one_two_five_ticks(int first, int last) {
  std::vector<Tick> result;
  for (int k = first; k <= last; ++k) {
    for (int digit = 1; digit <= 9; ++digit) {
      const double value = digit * std::pow(10, k);
      const bool labelled = digit == 1 || digit == 2 || digit == 5;
      result.push_back({value, labelled ? number(value, 2) : ""});
    }
  }
  return result;
}

void keep_inside(std::vector<Tick>& all, Range data) {
  constexpr double slack = 1e-9;
  std::erase_if(all, [&](const Tick& tick) {
    return tick.value < data.low * (1 - slack) || tick.value > data.high * (1 + slack);
  });
}

auto labels(const std::vector<Tick>& all) {
  return std::count_if(all.begin(), all.end(), [](const Tick& t) { return !t.label.empty(); });
}

std::vector<Tick> logarithmic_ticks(Range data, int most) {
  const int first = static_cast<int>(std::floor(std::log10(data.low)));
  const int last = static_cast<int>(std::ceil(std::log10(data.high)));
  const int stride = std::max(1, (last - first + most - 1) / most);
  std::vector<Tick> result = decade_ticks(data, first, last, stride);
  keep_inside(result, data);
  if (labels(result) >= 2) return result;
  result = one_two_five_ticks(first, last);
  keep_inside(result, data);
  if (labels(result) >= 2) return result;
  return linear_ticks(data, most);
}

}  // namespace

Range range_of(std::span<const double> values, Spacing spacing) {
  Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const double value : values) {
    if (!can_show(value, spacing)) continue;
    range.low = std::min(range.low, value);
    range.high = std::max(range.high, value);
  }
  if (range.low > range.high) return spacing == Spacing::linear ? Range{0, 1} : Range{1, 10};
  return widened_if_narrow(range, spacing);
}

Range padded(Range range, Spacing spacing, double share) {
  const double low = forward(range.low, spacing);
  const double high = forward(range.high, spacing);
  const double margin = share * (high - low);
  return {backward(low - margin, spacing), backward(high + margin, spacing)};
}

Range joined(Range a, Range b) { return {std::min(a.low, b.low), std::max(a.high, b.high)}; }

Scale::Scale(Spacing spacing, Range data, Range pixels)
    : spacing_(spacing), data_(data), pixels_(pixels) {}

double Scale::position(double value) const {
  const double low = forward(data_.low, spacing_);
  return (forward(value, spacing_) - low) / (forward(data_.high, spacing_) - low);
}

double Scale::operator()(double value) const {
  if (!can_show(value, spacing_)) return std::numeric_limits<double>::quiet_NaN();
  return std::lerp(pixels_.low, pixels_.high, position(value));
}

double Scale::clamped(double value) const {
  if (std::isnan(value)) return value;
  const bool below = value < 0 || (spacing_ == Spacing::logarithmic && value < 1);
  const double share = can_show(value, spacing_) ? position(value)
                       : below                   ? -overshoot
                                                 : 1 + overshoot;
  return std::lerp(pixels_.low, pixels_.high, std::clamp(share, -overshoot, 1 + overshoot));
}

std::vector<Tick> ticks(Range data, Spacing spacing, int most) {
  return spacing == Spacing::linear ? linear_ticks(data, most) : logarithmic_ticks(data, most);
}

}  // namespace asymptest::report
