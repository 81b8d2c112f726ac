#include "asymptest/data/input_text.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {
namespace {

std::string read_stream(std::istream& stream) {
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string read_file(const std::string& path) {
  std::error_code problem;
  const std::filesystem::file_status status = std::filesystem::status(path, problem);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw InputError(fmt::format("{}: no such file", path));
  }
  if (std::filesystem::is_directory(status)) {
    throw InputError(fmt::format("{}: is a directory, expected a CSV file", path));
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw InputError(fmt::format("{}: can't be read", path));
  std::string text = read_stream(stream);
  if (stream.bad()) throw InputError(fmt::format("{}: can't be read to its end", path));
  return text;
}

}  // namespace

std::string read_text(const std::string& path) {
  return path == "-" ? read_stream(std::cin) : read_file(path);
}

std::string name_of_input(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace asymptest::cli
