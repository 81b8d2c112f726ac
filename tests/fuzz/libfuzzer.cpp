// libFuzzer's entry: what a target throws beyond its refusals ends the process, which is a finding.

#include <cstddef>
#include <cstdint>

#include "fuzz_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) noexcept {
  asymptest::fuzz::read({reinterpret_cast<const char*>(data), size});
  return 0;
}
