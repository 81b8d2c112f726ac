#include "alone.hpp"

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

namespace asymptest::benchmarks {
namespace {

std::map<std::string, Work>& works() {
  static std::map<std::string, Work> known;
  return known;
}

/// VmHWM of this process. Not getrusage, which keeps the peak of what was there before exec.
double resident_peak() {
  std::ifstream status("/proc/self/status");
  std::string word;
  double kibibytes = 0;
  while (status >> word) {
    if (word == "VmHWM:" && status >> kibibytes) return 1024 * kibibytes;
  }
  throw std::runtime_error("/proc/self/status has no VmHWM");
}

}  // namespace

void add_work(const std::string& name, Work work) { works()[name] = std::move(work); }

Taken done_alone(const std::string& name, std::int64_t size) {
  const std::string program = std::filesystem::read_symlink("/proc/self/exe");
  const std::string command = "'" + program + "' --alone " + name + " " + std::to_string(size);
  struct Close {
    void operator()(FILE* stream) const { pclose(stream); }
  };
  const std::unique_ptr<FILE, Close> output(popen(command.c_str(), "r"));
  Taken taken;
  if (!output || std::fscanf(output.get(), "%lf %lf", &taken.peak_bytes, &taken.cpu_seconds) != 2) {
    throw std::runtime_error("the process of " + name + " failed");
  }
  return taken;
}

int print_taken(const std::string& name, std::int64_t size) {
  works().at(name)(size);
  std::printf("%.0f %.6f\n", resident_peak(), static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
  return 0;
}

}  // namespace asymptest::benchmarks
