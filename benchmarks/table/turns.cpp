#include "turns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "asymptest/process/run_to_end.hpp"

namespace asymptest::benchmarks {
namespace {

std::string escaped(const std::string& name) {
  std::string text;
  for (const char c : name) {
    if (std::string_view(".+*?()[]{}|^$\\").find(c) != std::string_view::npos) text += '\\';
    text += c;
  }
  return text;
}

}  // namespace

std::string filter_of(const std::vector<std::string>& names) {
  std::vector<std::string> parts;
  for (const std::string& name : names) parts.push_back(escaped(name));
  return fmt::format("^({})$", fmt::join(parts, "|"));
}

nlohmann::json run_by_turns(const std::string& program, const std::string& filter,
                            const Turns& turns) {
  const auto file = std::filesystem::temp_directory_path() /
                    fmt::format("asymptest-benchmarks-{}.json", getpid());
  const Command command{.words = {program, "--benchmark_filter=" + filter,
                                  "--benchmark_out_format=json", "--benchmark_out=" + file.string(),
                                  fmt::format("--benchmark_repetitions={}", turns.repetitions),
                                  fmt::format("--benchmark_min_time={}", turns.seconds),
                                  "--benchmark_enable_random_interleaving=true"},
                        .folder = ".",
                        .environment = {"OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1"}};
  const Outcome outcome = run_to_end(command);
  std::ifstream stream(file);
  nlohmann::json result = nlohmann::json::parse(stream, nullptr, false);
  std::filesystem::remove(file);
  if (!outcome.ending.well()) {
    throw std::runtime_error(
        fmt::format("{} ended with {}: {}", program, describe(outcome.ending), outcome.errors));
  }
  // Where no name matches, as without the libraries, nothing is written.
  if (result.is_discarded()) return {{"benchmarks", nlohmann::json::array()}};
  return result;
}

}  // namespace asymptest::benchmarks
