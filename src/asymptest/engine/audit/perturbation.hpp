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

/// What a claim with teeth notices: the prediction with each neighbour of its law (`neighbours_of`,
/// beside the kind) in the law's place. None for a law that has no neighbour.
std::vector<Perturbation> perturbations_of(const Prediction& prediction);

}  // namespace asymptest
