// What `report --history` and `diff` read.

#include "asymptest/record/record.hpp"

#include <stdexcept>

#include "fuzz_target.hpp"

namespace asymptest::fuzz {

void read(std::string_view bytes) {
  // What was read can be written, and reads back as the same.
  expect_refusal<std::invalid_argument>([&] {
    const std::string written = to_json(record_from_json(bytes));
    if (to_json(record_from_json(written)) != written) throw std::logic_error("another record");
  });
}

}  // namespace asymptest::fuzz
