#include "asymptest/data/input_text.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {
namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 20;

/// Where text ends: a zero byte is in no table, and a file of them may be larger than the memory.
void require_text(std::string_view chunk, std::size_t before, const std::string& name) {
  const auto zero = chunk.find('\0');
  if (zero == std::string_view::npos) return;
  const bool wide = before == 0 && (chunk.starts_with("\xFF\xFE") || chunk.starts_with("\xFE\xFF"));
  throw InputError(fmt::format(
      "{}: {}, expected text in UTF-8", name,
      wide ? std::string("is UTF-16") : fmt::format("byte {} is zero", before + zero + 1)));
}

std::string read_stream(std::istream& stream, const std::string& name) {
  std::string text;
  for (;;) {
    const std::size_t before = text.size();
    text.resize(before + chunk_size);
    stream.read(text.data() + before, chunk_size);
    text.resize(before + static_cast<std::size_t>(stream.gcount()));
    require_text(std::string_view(text).substr(before), before, name);
    if (!stream) return text;
  }
}

std::string read_file(const std::string& path) {
  std::error_code problem;
  const std::filesystem::file_status status = std::filesystem::status(path, problem);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw InputError(fmt::format("{}: no such file", path));
  }
  if (std::filesystem::is_directory(status)) {
    throw InputError(fmt::format("{}: is a directory, expected a file", path));
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw InputError(fmt::format("{}: can't be read", path));
  std::string text = read_stream(stream, path);
  if (stream.bad()) throw InputError(fmt::format("{}: can't be read to its end", path));
  return text;
}

}  // namespace

std::string read_text(const std::string& path) {
  return path == "-" ? read_stream(std::cin, name_of_input(path)) : read_file(path);
}

std::string name_of_input(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace asymptest::cli
