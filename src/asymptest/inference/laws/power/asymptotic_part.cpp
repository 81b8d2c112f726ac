#include "asymptest/inference/laws/power/asymptotic_part.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/fit/power_law_fit.hpp"
#include "asymptest/inference/verdict/region.hpp"

namespace asymptest {
namespace {

constexpr std::size_t most_left_out = 8;
/// Over less than that, half a wave looks like a slow correction: x^-0.3 falls to 0.44 over it.
constexpr double least_span = 16;

/// The design points from the one farthest from the limit to the nearest.
class OrderedSizes {
 public:
  OrderedSizes(const PowerLaw& law, const Statistics& statistics, double alpha)
      : law_(law), statistics_(statistics), alpha_(alpha) {
    const Regressor sizes = regressor(law.factors.front(), statistics);
    grows_ = sizes.direction > 0;
    order_ = sizes.order();
    log_sizes_ = sizes.logs;
  }

  [[nodiscard]] std::size_t count() const { return order_.size(); }
  /// The last size over the first that is left, farthest from the limit, without `out` of them.
  [[nodiscard]] double span_without_first(std::size_t out) const {
    return std::exp(log_sizes_[order_.back()] - log_sizes_[order_[out]]);
  }
  [[nodiscard]] PartOfSweep without_first(std::size_t out) const {
    return part(out, count() - out, grows_ ? "below" : "above", order_[out]);
  }
  [[nodiscard]] PartOfSweep without_last(std::size_t out) const {
    return part(0, count() - out, grows_ ? "above" : "below", order_[count() - out - 1]);
  }
  [[nodiscard]] PowerLawFit fit(const PartOfSweep& part) const {
    return fit_power_law(law_, part.statistics, {.edge = exponent_chance_at_edge, .alpha = alpha_});
  }

 private:
  [[nodiscard]] PartOfSweep part(std::size_t first, std::size_t left, const char* side,
                                 std::size_t nearest) const {
    PartOfSweep part{{{}, statistics_.noise_is_known, statistics_.degrees}, ""};
    for (std::size_t k = first; k < first + left; ++k) {
      part.statistics.points.push_back(statistics_.points[order_[k]]);
    }
    part.statistics.degrees *= static_cast<double>(left) / static_cast<double>(count());
    part.left_out = fmt::format("{} {}", side, statistics_.points[nearest].at.key());
    return part;
  }

  const PowerLaw& law_;
  const Statistics& statistics_;
  double alpha_;
  std::vector<std::size_t> order_;
  std::vector<double> log_sizes_;
  bool grows_ = true;
};

// A law up to logarithms has shapes enough to follow what is left of one that it doesn't hold.
bool has_windows(const PowerLaw& law) {
  return law.factors.size() == 1 && !law.period && !law.up_to_logs;
}

}  // namespace

std::optional<PartOfSweep> asymptotic_part(const PowerLaw& law, const Statistics& statistics,
                                           double alpha) {
  constexpr std::size_t fewest_left = 8;
  constexpr double fits_well = 0.05;
  if (!has_windows(law)) return std::nullopt;
  const OrderedSizes sweep(law, statistics, alpha);
  for (std::size_t out = 1; out <= std::min(most_left_out, sweep.count() / 2); ++out) {
    if (sweep.count() - out < fewest_left || sweep.span_without_first(out) < least_span) break;
    PartOfSweep part = sweep.without_first(out);
    const PowerLawFit fit = sweep.fit(part);
    if (fit.adequate && fit.goodness_of_fit >= fits_well) return part;
  }
  return std::nullopt;
}

std::optional<PartOfSweep> fitting_part(const PowerLaw& law, const Statistics& statistics,
                                        double alpha) {
  const std::size_t fewest_left = statistics.noise_is_known ? 6 : 8;
  if (!has_windows(law)) return std::nullopt;
  const OrderedSizes sweep(law, statistics, alpha);
  for (std::size_t out = 1; out <= std::min(most_left_out, sweep.count() / 2); ++out) {
    if (sweep.count() - out < fewest_left) break;
    for (PartOfSweep part : {sweep.without_first(out), sweep.without_last(out)}) {
      if (sweep.fit(part).adequate) return part;
    }
  }
  return std::nullopt;
}

}  // namespace asymptest
