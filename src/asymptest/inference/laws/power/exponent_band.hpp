#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// The exponents that a prediction says of one factor.
struct ExponentBand {
  double predicted = 0, width = 0;
  Bounds band;  ///< infinite on the open side of a one-sided law
  Towards limit = Towards::infinity;

  /// Where the size shrinks a larger exponent means a smaller quantity.
  [[nodiscard]] bool turned() const { return limit == Towards::zero; }
};

/// A size that shrinks turns the side: Q ≲ h^a as h → 0 says that the exponent is a at least.
ExponentBand band_of(const PowerLaw& law, const Factor& factor, double width, Towards limit);

/// Within the band exactly if the inner region is and the outer one excludes every rival; outside
/// exactly if the inner region is and the outer one excludes the predicted exponent.
Bounds decision_region(const ExponentBand& band, const ExponentRegion& region);

/// The edge of the band that a region outside of it is nearest to.
double nearest_edge(const ExponentBand& band, const ExponentRegion& region);

/// What the regions of all factors say together.
struct BandJudgement {
  Outcome outcome = Outcome::supported;
  std::size_t decisive = 0;  ///< the factor that the outcome rests on
  bool carried = true;       ///< by the measurement's polarity
};

/// Supported if each region lies within its band, refuted if one lies outside. A bound of the truth
/// from one side carries only the conclusions of that side.
BandJudgement judge_bands(const PowerLaw& law, Polarity polarity,
                          const std::vector<ExponentBand>& bands,
                          const std::vector<ExponentRegion>& regions);

/// Which of the two would decide: the same fit with less noise, for that does or narrows the
/// regions to three quarters of their bands; or only other sizes.
Need need_of(const PowerLaw& law, const std::vector<ExponentBand>& bands, const PowerLawFit& fit);

/// What a verdict shows of one factor.
Estimate estimate_of(const Factor& factor, const ExponentBand& band, const ExponentRegion& region);

/// "as n -> infinity, the exponent of n is …; the region that decides, …, lies within 0.5 ± 0.05".
std::string describe(const Estimate& estimate, Towards limit, Outcome outcome, double alpha);

}  // namespace asymptest
