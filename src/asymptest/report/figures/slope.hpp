#pragma once

#include <cstddef>
#include <vector>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// What is said and what is found of the slope of one factor on a figure; unknown parts are NaN.
struct Slope {
  double predicted = 0, band_lower = 0, band_upper = 0;  ///< infinite on an open side
  double estimate = 0;
  double lower = 0, upper = 0;              ///< the interval that decides
  double outer_lower = 0, outer_upper = 0;  ///< at the verdict's own chance of error
};

/// Whether the law is an exponential decay, drawn against a linear axis.
bool is_decay(const SubjectRecord& subject);

/// Of factor `j`, counted from 0. A decay rate r is the slope −r.
Slope slope_of(const SubjectRecord& subject, std::size_t j);

/// How far the estimate lies outside the band, in band widths; 0 inside or unknown.
double distance_outside(const Slope& slope);

/// The slopes of the claim's rivals, which are of the law's first factor; none of another one.
std::vector<double> rival_slopes(const ClaimRecord& claim, const SubjectRecord& subject,
                                 std::size_t j);

}  // namespace asymptest::report
