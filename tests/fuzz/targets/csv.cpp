// A table of one's own (`asymptest check`), and points (`asymptest measure`).

#include "asymptest/data/input_error.hpp"
#include "asymptest/data/table.hpp"
#include "fuzz_target.hpp"
#include "learning/data/formats/csv_points.hpp"

namespace asymptest::fuzz {

void read(std::string_view bytes) {
  expect_refusal<cli::InputError>([&] {
    cli::read_columns(bytes, "input", {"n", "y"}, {.skip_missing = true, .takes_bounds = "y"});
  });
  expect_refusal<cli::InputError>([&] { cli::read_columns(bytes, "input", {"1", "2"}); });
  expect_refusal<learning::DataError>(
      [&] { learning::read_csv_points({.name = "input", .bytes = std::string(bytes)}, "y"); });
}

}  // namespace asymptest::fuzz
