#include "asymptest/inference/laws/power/open_drift.hpp"

#include <fmt/format.h>

#include <vector>

#include "asymptest/inference/fit/basis/regressor.hpp"

namespace asymptest {
namespace {

// The law as fitted, in one factor.
std::vector<Observation> fitted_law(const Factor& factor, const Statistics& statistics,
                                    const PowerLawFit& fit) {
  std::vector<Observation> law;
  const Regressor sizes = regressor(factor, statistics);
  for (std::size_t i = 0; i < sizes.logs.size(); ++i) {
    law.push_back({sizes.logs[i], fit.fitted[i], statistics.points[i].error});
  }
  return law;
}

}  // namespace

std::optional<Drift> open_drift(const PowerLaw& law, const Statistics& statistics,
                                const PowerLawFit& fit, const ExponentBand& b) {
  if (law.factors.size() != 1 || law.period || law.plus_constant) return std::nullopt;
  auto drift = drift_of(fitted_law(law.factors.front(), statistics, fit));
  if (!drift) return std::nullopt;
  if (b.turned()) drift->slope = -drift->slope, drift->rate = -drift->rate;
  if (!may_reach(*drift, nearest_edge(b, fit.exponents.front()))) return std::nullopt;
  return drift;
}

std::string describe(const Drift& drift) {
  return fmt::format(
      "pre-asymptotic: the local exponent, {:.4g} at the last sizes, still drifts towards the "
      "band, by {:+.2g} for each factor e of the size",
      drift.slope, drift.rate);
}

}  // namespace asymptest
