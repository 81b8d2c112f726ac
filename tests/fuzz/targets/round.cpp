// The list of what the next looks lack, as it comes back from shards.

#include "asymptest/engine/shards/round.hpp"

#include <stdexcept>

#include "fuzz_target.hpp"

namespace asymptest::fuzz {

void read(std::string_view bytes) {
  // What was read can be written, and reads back as the same.
  expect_refusal<std::invalid_argument>([&] {
    const Round round = round_from_json(bytes);
    if (round_from_json(to_json(round)) != round) throw std::logic_error("another round");
  });
}

}  // namespace asymptest::fuzz
