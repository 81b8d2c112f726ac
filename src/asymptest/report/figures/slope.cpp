#include "asymptest/report/figures/slope.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "asymptest/report/figures/series.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

Slope mirrored(const Slope& s) {
  return {-s.predicted, -s.band_upper, -s.band_lower,  -s.estimate,
          -s.upper,     -s.lower,      -s.outer_upper, -s.outer_lower};
}

}  // namespace

bool is_decay(const SubjectRecord& subject) {
  return subject.law.kind == LawKind::exponential_decay;
}

Slope slope_of(const SubjectRecord& subject, std::size_t j) {
  const FactorRecord& factor = subject.law.factors[j];
  const Estimate* e = find_estimate(subject, factor.name);
  if (e == nullptr) {
    return {factor.exponent, unknown, unknown, unknown, unknown, unknown, unknown, unknown};
  }
  const Interval decides = deciding_interval(*e);
  const Slope slope{e->predicted,  e->band_lower, e->band_upper, e->estimate,
                    decides.lower, decides.upper, e->lower,      e->upper};
  return is_decay(subject) ? mirrored(slope) : slope;
}

double distance_outside(const Slope& slope) {
  const double outside =
      std::max({0.0, slope.band_lower - slope.estimate, slope.estimate - slope.band_upper});
  const double width =
      std::min(slope.band_upper - slope.predicted, slope.predicted - slope.band_lower);
  return std::isfinite(outside / width) ? outside / width : 0;
}

std::vector<double> rival_slopes(const ClaimRecord& claim, const SubjectRecord& subject,
                                 std::size_t j) {
  std::vector<double> slopes;
  if (j != 0) return slopes;
  for (const RivalRecord& rival : claim.rivals) {
    const double slope = is_decay(subject) ? -rival.value : rival.value;
    if (std::find(slopes.begin(), slopes.end(), slope) == slopes.end()) slopes.push_back(slope);
  }
  return slopes;
}

}  // namespace asymptest::report
