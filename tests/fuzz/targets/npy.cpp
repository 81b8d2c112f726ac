#include "learning/data/formats/npy.hpp"

#include "fuzz_target.hpp"

namespace asymptest::fuzz {

void read(std::string_view bytes) {
  expect_refusal<learning::DataError>(
      [&] { learning::read_npy({.name = "input", .bytes = std::string(bytes)}); });
}

}  // namespace asymptest::fuzz
