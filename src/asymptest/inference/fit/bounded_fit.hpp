#pragma once

#include <span>
#include <vector>

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/correction/finite_size.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/sample/trials.hpp"

namespace asymptest {

/// Fits a power law of one factor to the mean of trials of which nothing is assumed but that they
/// are independent and bounded (`assumption_free_interval`).
///
/// A region of chance c is the hull of all exponents with which some law of the finite-size
/// families (finite_size.hpp) passes through the intervals of all sizes, each of chance c over the
/// number of sizes: by Boole's inequality they all hold their means with chance 1 − c, however
/// sizes depend on each other. The inner region takes the single corrections, the outer one all
/// families, as `fit_one_factor`; the logarithms of any scale take part where x^a alone doesn't
/// pass through intervals of 5 %. There the hidden terms of laws that have some (`may_hide_terms`)
/// take part too, and x^a alone through the last sizes, or through all but the last two.
///
/// `adequate` says whether some law passes through the intervals of the outer region; if none does,
/// the regions are the whole line. A `goodness_of_fit` is not known.
/// The constructor throws std::invalid_argument for fewer than four different sizes, a factor that
/// leaves its limit open, or a law that isn't plain; std::domain_error as
/// `assumption_free_interval` does, and naming the point whose mean can't be positive.
class BoundedFit {
 public:
  BoundedFit(const PowerLaw& law, std::span<const PointTrials> trials,
             const RegionChances& chances);

  /// With `with_more_trials` left empty: see `region_with`.
  [[nodiscard]] const PowerLawFit& fit() const { return fit_; }
  /// What the regions would be with `factor` times the trials, if the law is the simplest that
  /// passes with the predicted exponent, x^a alone or with a correction; else the fitted one.
  [[nodiscard]] ExponentRegion region_with(double factor) const;

  /// The mean of one size lies within these bounds, of which the upper one is positive.
  struct Box {
    double log_size = 0;
    Bounds mean;
  };

 private:
  [[nodiscard]] ExponentRegion turned(const ExponentRegion& region) const;

  Regressor sizes_;
  std::vector<FiniteSize> families_;
  std::vector<Box> inner_, outer_;
  std::vector<double> rehearsed_;  ///< logarithm of the law that `region_with` speaks of
  bool may_change_ = false;        ///< its regime, or the scale of its last sizes
  PowerLawFit fit_;
};

}  // namespace asymptest
