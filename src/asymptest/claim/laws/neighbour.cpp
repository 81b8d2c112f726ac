#include "asymptest/claim/laws/neighbour.hpp"

#include <fmt/format.h>

#include <cmath>

namespace asymptest {

std::string bands_text(int bands) {
  return fmt::format("{} {} band{}", bands < 0 ? "-" : "+", std::abs(bands),
                     std::abs(bands) == 1 ? "" : "s");
}

}  // namespace asymptest
