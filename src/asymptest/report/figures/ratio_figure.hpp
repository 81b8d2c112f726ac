#pragma once

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"

namespace asymptest::report {

/// Of a value law: the measurements over the curve, with the tolerance around 1.
Figure ratio_figure(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail);

}  // namespace asymptest::report
