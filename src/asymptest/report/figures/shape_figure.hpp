#pragma once

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"

namespace asymptest::report {

/// Of a shape: the measurements along its axis, joined, with the location of the peak or valley and
/// its tolerance.
Figure shape_figure(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail);

}  // namespace asymptest::report
