#include "asymptest/inference/sample/trials.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace asymptest {

std::vector<PointTrials> trials_on(const std::string& axis,
                                   const std::map<double, std::vector<double>>& values) {
  std::vector<PointTrials> trials;
  for (const auto& [size, measured] : values) {
    if (measured.empty()) {
      throw std::invalid_argument(
          fmt::format("there are no values at {}={}, expected at least one", axis, size));
    }
    trials.push_back({Point{{axis, size}}, measured});
  }
  return trials;
}

}  // namespace asymptest
