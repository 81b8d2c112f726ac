#pragma once

#include <span>
#include <string>

#include "asymptest/inference/sample/trials.hpp"

namespace asymptest {

/// Why these trials can't be independent draws, as one sentence; empty if nothing tells.
///
/// - Trials used twice: at each design point whose values differ, every value occurs an even number
///   of times, and there are eight different ones at least.
/// - Streams shared by sizes: trial k is large at one point where it is large at another. Told by
///   the mean of Spearman's rank correlation over all pairs of points, which for independent draws
///   has the standard error 1/√(pairs·(n − 1)) (Friedman 1937), beyond six of them.
///
/// Neither happens to independent draws with a chance above 10⁻⁸. Points without spread, or with
/// fewer than eight trials, tell nothing.
std::string dependence(std::span<const PointTrials> trials);

/// The first of these alone, as pairs are made to share their streams.
std::string repetition(std::span<const PointTrials> trials);

}  // namespace asymptest
