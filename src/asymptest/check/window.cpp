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

/// Whether so many sizes are those that objects happen to have: what somebody chose has even steps.
bool are_found(const std::vector<SizeSummary>& sizes) {
  constexpr std::size_t most_chosen = 24;
  constexpr double uneven = 0.2;  // beyond what rounding to whole numbers does to steps
  if (sizes.size() <= most_chosen) return false;
  const auto has_even_steps = [&](auto measure) {
    const double range = measure(sizes.back()) - measure(sizes.front());
    const double mean = range / static_cast<double>(sizes.size() - 1);
    for (std::size_t i = 1; i < sizes.size(); ++i) {
      const double step = measure(sizes[i]) - measure(sizes[i - 1]);
      if (!(std::abs(step - mean) <= uneven * mean)) return false;
    }
    return true;
  };
  return !has_even_steps([](const SizeSummary& s) { return s.size; }) &&
         !has_even_steps([](const SizeSummary& s) { return std::log(s.size); });
}

/// Of slopes whose last two are steady: how many of the first are more than twice as steep.
std::size_t unsettled(const std::vector<LocalSlope>& slopes) {
  constexpr double wild = 2;
  if (slopes.size() < 3 || !is_steady(slopes, slopes.size() - 2, slopes.size())) return 0;
  const double settled = std::abs(slopes.back().value);
  std::size_t count = 0;
  while (count + 2 < slopes.size() && std::abs(slopes[count].value) > wild * settled) ++count;
  return settled > 0 ? count : 0;
}

/// The last slope before those that fall off into a floor; 0 if none does.
std::size_t before_floor(const std::vector<LocalSlope>& slopes) {
  constexpr double falls_off = 0.8;
  if (slopes.size() < 3) return 0;
  for (std::size_t last = slopes.size() - 1; last >= 2; --last) {
    if (!is_steady(slopes, 0, last)) continue;
    const bool falls = std::abs(slopes.back().value) < falls_off * std::abs(slopes[0].value);
    return falls ? last : 0;
  }
  return 0;
}

}  // namespace

std::string advice_of_slopes(const PowerLaw& law, const Statistics& statistics) {
  constexpr std::size_t enough = 6;
  if (law.factors.size() != 1 || law.period || law.plus_constant) return "";
  if (statistics.noise_is_known) return "";
  auto sizes = summaries_in_order(law.factors.front(), statistics);
  if (are_found(sizes)) {
    return "what else these rows depend on (a column, a --group), or a wider band, which asymptest "
           "fit tells, would decide: neither trials nor sizes that nobody can choose";
  }
  sizes = readable(sizes);
  if (law.factors.front().towards == Towards::zero) std::reverse(sizes.begin(), sizes.end());
  const auto slopes = local_slopes(sizes);
  if (const std::size_t wild = unsettled(slopes); wild > 0 && sizes.size() < wild + enough) {
    return fmt::format(
        "{} more sizes from {:.6g} on would decide: those before it, whose local exponents are up "
        "to {:.3g}, have not settled or blew up",
        wild + enough - sizes.size(), sizes[wild].size, slopes.front().value);
  }
  if (const std::size_t last = before_floor(slopes); last > 0) {
    return fmt::format(
        "more sizes between {:.6g} and {:.6g} would decide, or a lower floor: behind these the "
        "local exponent falls off to {:.3g}, as where a time step, a tolerance or round-off rules",
        sizes.front().size, sizes[last].size, slopes.back().value);
  }
  return "";
}

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
