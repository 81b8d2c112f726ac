#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/run_options.hpp"
#include "asymptest/engine/store/store.hpp"

namespace asymptest::designs {

/// What one decided subject took, in seconds of computing, and what as many trials at each of its
/// sizes would have taken as its budget allows.
struct StoredCost {
  std::string subject;
  double sequential = 0;
  double fixed = 0;
};

/// The trials of a fixed design, over the sequential one's last look, that decide as often as that
/// look does: its level is the whole of alpha, the look's is a part, and a normal estimate is told
/// from a bound with chance 1 − miss by ((z(1 − level/2) + z(1 − miss)) / error)² trials (miss:
/// 10 %).
double fixed_share(double alpha, double last_level);

/// Of every subject that is decided by what is stored at the options' seed, in the suite's order.
/// The fixed design has the sizes that the sequential one has reached.
std::vector<StoredCost> stored_costs(std::span<const Subject> suite, const RunOptions& options,
                                     const Store& store);

}  // namespace asymptest::designs
