#pragma once

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"

namespace asymptest::report {

/// Of an inequality that holds in every trial: the spread of the trials, from the smallest to the
/// largest, and the bound that none may cross.
Figure slack_figure(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail);

}  // namespace asymptest::report
