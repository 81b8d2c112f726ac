#pragma once

#include <string>
#include <vector>

#include "asymptest/claim/laws/prediction.hpp"

namespace asymptest {

/// A change to what is predicted that trials of a true claim should not bear out.
struct Perturbation {
  std::string change;  ///< "exponent of N + 2 bands"
  Prediction prediction;
};

/// What a claim with teeth notices, in the prediction's own units:
///
/// - power law: each exponent moved by one and by two bands; of `at_most` and `at_least` only
///   towards the forbidden side, for the other one asks for less;
/// - decay: the rate raised by one and by two bands, which are relative;
/// - value: the curve times 1 ± 1 and 1 ± 2 bands, and times 1.1;
/// - always: each bound that isn't 0 tightened by a tenth of itself, and by half;
/// - shape: its opposite; the place of a peak times 1 ± 2 bands; a descent more, and one less.
///
/// A bound of 0 has no scale, so that such a prediction has no perturbation.
std::vector<Perturbation> perturbations_of(const Prediction& prediction);

}  // namespace asymptest
