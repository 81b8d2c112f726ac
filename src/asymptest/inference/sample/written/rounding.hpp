#pragma once

#include <span>
#include <vector>

#include "asymptest/inference/sample/summaries.hpp"
#include "asymptest/inference/sample/trials.hpp"

namespace asymptest {

/// The step in which the trials of each point are written, in their unit; 0: finer than a
/// thousandth of the value.
///
/// Two forms are told: multiples of one quantum, as an instrument or a fixed number of decimals
/// gives, by Euclid's algorithm on all trials; and numbers of at most three significant digits,
/// whose step changes with their decade. The larger step counts. Needs five different values, for
/// fewer may have a common divisor by chance.
std::vector<double> steps_of(std::span<const PointTrials> trials);

/// The statistics with errors that allow for rounding: the error e of a point whose trials scatter
/// by less than half of their step h becomes √(e² + (h/2q)²), q its value, for then the mean of the
/// trials shares their rounding. Where trials scatter more it averages out (Widrow 1956: a bias of
/// 0.7 % of a step at half a step, and less beyond).
///
/// Counts are no rounded numbers: trials whose variance at the sizes with one and a half to few
/// quanta is as large as Poisson's stay as they are, as do trials that are all 0 or 1 quantum. Nor
/// are exact numbers: where a smooth curve passes through the values to a thirtieth of a step.
/// Where nothing tells the noise, the errors become unequal by what the sizes with the finest steps
/// scatter by. Points as of `trials`.
Statistics with_rounding(Statistics statistics, std::span<const PointTrials> trials);

}  // namespace asymptest
