#include "asymptest/check/window.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace asymptest::cli {
namespace {

/// The summary of one size.
struct SizeSummary {
  double size = 0, log_value = 0, error = 0;
};

struct LocalSlope {
  double value = 0, error = 0;
};

std::vector<SizeSummary> summaries_in_order(const Factor& factor, const Statistics& statistics) {
  std::vector<SizeSummary> sizes;
  for (const PointStatistic& point : statistics.points) {
    sizes.push_back(
        {factor.at(point.at), point.log_value, statistics.noise_is_known ? point.error : 0});
  }
  std::sort(sizes.begin(), sizes.end(),
            [](const auto& a, const auto& b) { return a.size < b.size; });
  return sizes;
}

std::vector<LocalSlope> local_slopes(const std::vector<SizeSummary>& sizes) {
  std::vector<LocalSlope> slopes;
  for (std::size_t i = 1; i < sizes.size(); ++i) {
    const double step = std::log(sizes[i].size / sizes[i - 1].size);
    slopes.push_back({(sizes[i].log_value - sizes[i - 1].log_value) / step,
                      std::hypot(sizes[i].error, sizes[i - 1].error) / step});
  }
  return slopes;
}

/// Means of neighbours, where there are more sizes than anyone reads the slopes of.
std::vector<SizeSummary> readable(const std::vector<SizeSummary>& sizes) {
  constexpr std::size_t most = 24, groups = 12;
  if (sizes.size() <= most) return sizes;
  std::vector<SizeSummary> means;
  for (std::size_t g = 0; g < groups; ++g) {
    const std::size_t begin = g * sizes.size() / groups, end = (g + 1) * sizes.size() / groups;
    const auto count = static_cast<double>(end - begin);
    double log_size = 0, log_value = 0;
    for (std::size_t i = begin; i < end; ++i) {
      log_size += std::log(sizes[i].size) / count, log_value += sizes[i].log_value / count;
    }
    means.push_back({std::exp(log_size), log_value, 0});
  }
  return means;
}

/// Whether slopes `first` to `last`, the latter excluded, are about one and the same.
bool is_steady(const std::vector<LocalSlope>& slopes, std::size_t first, std::size_t last) {
  constexpr double errors = 3, relative = 0.1, least = 0.05;
  double mean = 0;
  for (std::size_t i = first; i < last; ++i) mean += slopes[i].value;
  mean /= static_cast<double>(last - first);
  return std::all_of(slopes.begin() + static_cast<std::ptrdiff_t>(first),
                     slopes.begin() + static_cast<std::ptrdiff_t>(last),
                     [&](const LocalSlope& slope) {
                       return std::abs(slope.value - mean) <=
                              std::max({errors * slope.error, relative * std::abs(mean), least});
                     });
}

}  // namespace

SizeWindow steady_window(const PowerLaw& law, const Statistics& statistics) {
  SizeWindow window;
  if (law.factors.size() != 1 || law.period || law.plus_constant) return window;
  const auto sizes = summaries_in_order(law.factors.front(), statistics);
  const auto slopes = local_slopes(sizes);
  for (const LocalSlope& slope : local_slopes(readable(sizes))) {
    window.slopes.push_back(slope.value);
  }
  const std::size_t count = slopes.size();
  const std::size_t fewest = std::max<std::size_t>(3, (count + 1) / 2);
  for (std::size_t length = count; length >= fewest; --length) {
    for (std::size_t first = 0; first + length <= count; ++first) {
      if (!is_steady(slopes, first, first + length)) continue;
      if (first > 0) window.from = sizes[first].size;
      if (first + length < count) window.up_to = sizes[first + length].size;
      return window;
    }
  }
  return window;
}

std::string window_text(const SizeWindow& window) {
  if (window.slopes.empty()) return "";
  std::string text = "  local exponents:";
  for (const double slope : window.slopes) text += fmt::format(" {:.3g}", slope);
  if (window.from || window.up_to) {
    text += "; steady on";
    if (window.from) text += fmt::format(" --from {:.6g}", *window.from);
    if (window.up_to) text += fmt::format(" --up-to {:.6g}", *window.up_to);
    text +=
        " (leave out what there is a reason to, and no more: that choice is not in the chances)";
  }
  return text + "\n";
}

}  // namespace asymptest::cli
