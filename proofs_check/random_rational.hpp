#pragma once

#include <cstdint>

#include "asymptest/random/stream.hpp"
#include "rigor/arithmetic/rational.hpp"

namespace asymptest {

/// A uniform fraction k/denominator of [0, 1].
inline rigor::Rational unit_rational(Stream& random, std::uint64_t denominator) {
  return rigor::Rational(random.below(denominator + 1), denominator);
}

/// A uniform whole number from −largest to largest.
inline rigor::Rational whole_number(Stream& random, std::int64_t largest) {
  const auto span = static_cast<std::uint64_t>(2 * largest + 1);
  return rigor::Rational(static_cast<std::int64_t>(random.below(span)) - largest);
}

}  // namespace asymptest
