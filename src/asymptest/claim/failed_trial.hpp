#pragma once

#include <stdexcept>

namespace asymptest {

/// What a trial throws that failed for a reason of its own: its message is told as it stands,
/// where that of any other exception is told as something unforeseen.
class FailedTrial : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace asymptest
