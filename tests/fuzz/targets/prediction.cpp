// Laws as people write them on the command line and in claim files.

#include <array>
#include <exception>
#include <string>

#include "asymptest/experiment/formula/law_text.hpp"
#include "fuzz_target.hpp"

namespace asymptest::fuzz {

void read(std::string_view bytes) {
  static const std::array<std::string, 3> axes{"n", "m", "two words"};
  expect_refusal<std::exception>([&] { parse_law(bytes, axes); });
}

}  // namespace asymptest::fuzz
