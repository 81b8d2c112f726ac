#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/laws/law_record.hpp"
#include "asymptest/claim/laws/neighbour.hpp"
#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// Q ≤ C·e^(−r·t) with r ≥ `rate` along one axis.
struct ExponentialDecay {
  std::string axis;
  double rate = 0;
  Summary summary = Summary::mean;
};

/// "decays in t at rate 0.1": for people, and a part of the claim's digest.
std::string describe(const ExponentialDecay& law);
/// What a verdict on it estimates: "decay rate in t".
std::string quantity_of(const ExponentialDecay& law, std::string_view factor);
LawRecord record_of(const ExponentialDecay& law);
/// The rate raised by one and by two bands, which are relative.
std::vector<Neighbour<ExponentialDecay>> neighbours_of(const ExponentialDecay& law, double band);

}  // namespace asymptest
