#include "asymptest/experiment/program/python_module.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "asymptest/process/guardian.hpp"

namespace asymptest {
namespace {

std::string written_module() {
  const std::filesystem::path folder = Guardian::instance().folder() / "python";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "asymptest_worker.py", std::ios::binary) << python_module();
  return folder.string();
}

}  // namespace

std::string python_path_variable() {
  static const std::string folder = written_module();
  const char* before = std::getenv("PYTHONPATH");  // NOLINT(concurrency-mt-unsafe): nobody sets it
  return "PYTHONPATH=" + folder +
         (before == nullptr || *before == '\0' ? "" : std::string(":") + before);
}

}  // namespace asymptest
