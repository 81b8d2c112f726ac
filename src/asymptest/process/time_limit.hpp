#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>

namespace asymptest {

/// So many seconds from now, or infinitely many.
class TimeLimit {
 public:
  explicit TimeLimit(double seconds) : seconds_(seconds) {}

  [[nodiscard]] bool is_over() const { return seconds_left() <= 0; }
  /// For poll: rounded up, -1 for ever.
  [[nodiscard]] int milliseconds_left() const {
    constexpr double in_a_second = 1000, longest = 3600 * in_a_second;
    if (std::isinf(seconds_)) return -1;
    return static_cast<int>(std::ceil(std::clamp(seconds_left() * in_a_second, 0.0, longest)));
  }

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] double seconds_left() const {
    return seconds_ - std::chrono::duration<double>(Clock::now() - start_).count();
  }

  double seconds_;
  Clock::time_point start_ = Clock::now();
};

}  // namespace asymptest
