#pragma once

#include <filesystem>

#include "asymptest/record/record.hpp"

namespace asymptest::cli {

/// The record in a file, or in the `record.json` of a report's folder. Throws std::invalid_argument
/// naming the file if it can't be read or holds no record of this format.
Record read_record(std::filesystem::path file);

}  // namespace asymptest::cli
