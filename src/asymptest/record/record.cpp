#include "asymptest/record/record.hpp"

namespace asymptest {

std::string_view name_of(Status status) {
  constexpr std::string_view names[] = {"expected", "unexpected", "undecided", "failed",
                                        "unmeasured"};
  return names[static_cast<int>(status)];
}

}  // namespace asymptest
