#include "asymptest/inference/verdict/region.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace asymptest {

void require_alpha(double alpha) {
  if (!(alpha > 0 && alpha < 0.5)) {
    throw std::invalid_argument(fmt::format("alpha is {}, expected between 0 and 0.5", alpha));
  }
}

}  // namespace asymptest
