#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): POSIX's mkdtemp

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "fuzz_target.hpp"
#include "rigor/certificates/certificate_file.hpp"

namespace asymptest::fuzz {
namespace {

/// A folder with a file `data` of the eight numbers that two samples and two units of one dimension
/// have.
struct Folder {
  Folder() {
    if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no folder can be made");
    std::ofstream(path + "/data", std::ios::binary) << std::string(64, '\0');
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string path = std::filesystem::temp_directory_path() / "asymptest-fuzz-XXXXXX";
};

}  // namespace

void read(std::string_view bytes) {
  static const Folder folder;
  const std::filesystem::path file = folder.path + "/certificate.json";
  std::ofstream(file, std::ios::binary) << bytes;
  expect_refusal<std::runtime_error>([&] { rigor::read_certificate(file); });
}

}  // namespace asymptest::fuzz
