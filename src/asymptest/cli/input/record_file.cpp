#include "asymptest/cli/input/record_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace asymptest::cli {

Record read_record(std::filesystem::path file) {
  if (std::filesystem::is_directory(file)) file /= "record.json";
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) {
    throw std::invalid_argument(
        fmt::format("can't read '{}': {}", file.string(), std::generic_category().message(errno)));
  }
  try {
    return record_from_json(text);
  } catch (const std::exception& problem) {
    throw std::invalid_argument(
        fmt::format("'{}' is not a record: {}", file.string(), problem.what()));
  }
}

}  // namespace asymptest::cli
