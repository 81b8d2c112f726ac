#pragma once

#include <string>
#include <vector>

#include "asymptest/report/drawing/figure.hpp"
#include "learning/dimension/covering_curve.hpp"
#include "learning/dimension/dimension_estimates.hpp"

namespace asymptest::cli {

/// Estimates of the dimension with their intervals against k, a panel for each method.
report::Figure dimension_figure(const std::string& title,
                                const std::vector<learning::DimensionEstimate>& estimates);

/// The covering distance against the number of samples, doubly logarithmic, with the fitted line.
report::Figure covering_figure(const std::string& title, const learning::CoveringCurve& curve);

}  // namespace asymptest::cli
