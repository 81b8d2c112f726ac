#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

std::string_view name_of(Outcome outcome) {
  constexpr std::string_view names[] = {"supported", "refuted", "inconclusive"};
  return names[static_cast<int>(outcome)];
}

std::string_view name_of(Need need) {
  constexpr std::string_view names[] = {"nothing", "more trials", "larger sizes"};
  return names[static_cast<int>(need)];
}

}  // namespace asymptest
