#include "asymptest/data/row_source.hpp"

#include <fmt/format.h>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {

void RowSource::refuse(const std::string& problem) const {
  throw InputError(fmt::format("{}, {} {}: {}", source_, place_word(), place_, problem));
}

}  // namespace asymptest::cli
