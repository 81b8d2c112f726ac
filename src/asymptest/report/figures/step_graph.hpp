#pragma once

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"

namespace asymptest::report {

/// The steps of a proof as boxes, in columns by how many steps they rest on, with a line from each
/// step to those that use it. A mark in the box says whether it was proved. A use of a step that
/// is not there, or of one that comes later, is left out.
Figure step_graph(const ProofRecord& proof);

}  // namespace asymptest::report
