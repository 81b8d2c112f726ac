#pragma once

#include <vector>

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"

namespace asymptest::report {

/// Of a power law or an exponential decay: for each factor the measurements with the fit and the
/// predicted slope in its band, and below them the local slopes. The small figure shows the factor
/// that lies farthest from its band.
Figure rate_figure(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail);

/// The same in a figure a factor (`Detail::part`).
std::vector<Figure> rate_parts(const ClaimRecord& claim, const SubjectRecord& subject);

}  // namespace asymptest::report
