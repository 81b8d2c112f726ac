#pragma once

#include <vector>

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"

namespace asymptest::report {

/// The figure of a subject:
/// power law: the measurements against each factor, doubly logarithmic, with the fit and the
/// predicted slope in its band, above the local slopes; exponential decay: the same on a linear
/// axis; value: the measurements over the curve with the tolerance; always: the spread of the
/// trials against the bound; shape: the measurements with the location of the peak or valley.
Figure figure_of(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail);

/// The same as parts that stand side by side where there is room and below each other where there
/// is none; the heading and the legend are those of the first.
std::vector<Figure> figure_parts(const ClaimRecord& claim, const SubjectRecord& subject);

}  // namespace asymptest::report
