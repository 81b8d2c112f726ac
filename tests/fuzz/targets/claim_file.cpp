#include "asymptest/experiment/claim_file.hpp"

#include "fuzz_target.hpp"

namespace asymptest::fuzz {

void read(std::string_view bytes) {
  expect_refusal<ClaimFileError>([&] { claims_in(bytes, "input.toml"); });
}

}  // namespace asymptest::fuzz
