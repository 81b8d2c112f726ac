#pragma once

#include <cstdint>

#include "asymptest/claim/sizes/sweep.hpp"

/// What holds where nobody says otherwise, in the library and on the command line.
namespace asymptest::defaults {

inline constexpr Tier tier = Tier::quick;
inline constexpr std::uint64_t seed = 1;
/// The chance that any verdict of a suite is wrong, at most; of a single verdict where there is no
/// suite.
inline constexpr double alpha = 0.01;

}  // namespace asymptest::defaults
