#include "asymptest/inference/design/sequential.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace asymptest {
namespace {

/// The part of alpha that is kept for looks at a sweep that has grown. Half: the claim is as likely
/// to be decided there as before, and half the level costs 4 % of a region's width at 1e-4.
constexpr double reserved_for_growth = 0.5;

void require_level(double alpha, std::string_view name) {
  if (!(alpha > 0 && alpha < 0.5)) {
    throw std::invalid_argument(
        fmt::format("{} is {}, expected a number between 0 and 0.5", name, alpha));
  }
}

void require_at_least(std::int64_t value, std::int64_t least, std::string_view name) {
  if (value < least) {
    throw std::invalid_argument(fmt::format("{} is {}, expected at least {}", name, value, least));
  }
}

std::vector<std::int64_t> doubling(std::int64_t first, std::int64_t most) {
  std::vector<std::int64_t> trials;
  for (std::int64_t n = std::min(first, most); n<most; n = n> most / 2 ? most : 2 * n) {
    trials.push_back(n);
  }
  trials.push_back(most);
  return trials;
}

}  // namespace

double share_of(double suite_alpha, std::size_t verdicts) {
  require_level(suite_alpha, "suite_alpha");
  require_at_least(static_cast<std::int64_t>(verdicts), 1, "verdicts");
  return suite_alpha / static_cast<double>(verdicts);
}

std::vector<Look> look_schedule(std::int64_t first, std::int64_t most, int growth_steps,
                                double alpha) {
  require_at_least(first, 1, "first");
  require_at_least(most, 1, "most");
  require_at_least(growth_steps, 0, "growth_steps");
  require_level(alpha, "alpha");
  const double reserved = growth_steps > 0 ? reserved_for_growth * alpha : 0;
  std::vector<Look> looks;
  double before = 0;
  for (const std::int64_t trials : doubling(first, most)) {
    const double spent =
        (alpha - reserved) * static_cast<double>(trials) / static_cast<double>(most);
    looks.push_back({trials, spent - before});
    before = spent;
  }
  for (int step = 0; step < growth_steps; ++step) {
    looks.push_back({most, reserved / growth_steps});
  }
  return looks;
}

}  // namespace asymptest
