#include "asymptest/report/write_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace asymptest::report {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& reason) {
  throw std::runtime_error(fmt::format("can't write '{}': {}", file.string(), reason));
}

void make_folder_of(const std::filesystem::path& file) {
  if (file.parent_path().empty()) return;
  std::error_code problem;
  std::filesystem::create_directories(file.parent_path(), problem);
  if (problem) refuse(file, problem.message());
}

}  // namespace

void write_file(const std::filesystem::path& file, std::string_view contents) {
  make_folder_of(file);
  // The process id keeps two programs that write the same report at once apart.
  const std::filesystem::path temporary = fmt::format("{}.{}.part", file.string(), ::getpid());
  errno = 0;
  std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
  out.write(contents.data(), static_cast<std::streamsize>(contents.size()));
  out.close();
  std::error_code problem;
  if (!out) {
    const std::string reason =
        errno != 0 ? std::generic_category().message(errno) : "unknown error";
    std::filesystem::remove(temporary, problem);
    refuse(file, reason);
  }
  std::filesystem::rename(temporary, file, problem);
  if (problem) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    refuse(file, problem.message());
  }
}

}  // namespace asymptest::report
