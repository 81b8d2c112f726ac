#pragma once

#include "asymptest/inference/correction/finite_size.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// How a law's quantity changes from the smallest size to the largest. A measured cost is one that
/// may be a cost, whose noise is known, and that grows by the power 0.75 at least: it reads all of
/// its input, and an overhead of a few times its first value takes the rest off.
Growth growth_of(const PowerLaw& law, const Statistics& statistics, const Regressor& sizes);

/// The same statistics where each size may depart from the law by as much, relatively, beside the
/// noise: errors e become √(e² + discrepancy²).
Statistics with_discrepancy(Statistics statistics, double discrepancy);

}  // namespace asymptest
