#pragma once

#include <cstddef>

namespace asymptest {

/// One design point of a law in one factor: logarithm of the size (growing towards the limit that
/// the law speaks of), logarithm of the summary, and the summary's relative standard error.
struct Observation {
  double log_size = 0, log_value = 0, error = 0;
  std::size_t phase = 0;  ///< phase class in a log-periodic law: amplitudes are its own
};

}  // namespace asymptest
