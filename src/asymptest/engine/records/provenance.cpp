#include "asymptest/engine/records/provenance.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <string>

#include "asymptest/engine/records/build_info.hpp"

namespace asymptest {
namespace {

std::string this_processor() {
  std::ifstream file("/proc/cpuinfo");
  return processor_name(std::string{std::istreambuf_iterator<char>(file), {}});
}

std::string now() {
  const auto time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%FT%TZ}", fmt::gmtime(time));
}

}  // namespace

std::string processor_name(std::string_view cpuinfo) {
  constexpr std::string_view field = "model name";
  const auto at = cpuinfo.find(field);
  const auto colon = at == std::string_view::npos ? at : cpuinfo.find(": ", at);
  if (colon == std::string_view::npos) return "unknown";
  const std::string_view name = cpuinfo.substr(colon + 2);
  return std::string(name.substr(0, name.find('\n')));
}

Provenance provenance_of_this_program(std::uint64_t seed, Tier tier) {
  return {.version = build_info::version,
          .commit = build_info::commit,
          .compiler = build_info::compiler,
          .flags = build_info::flags,
          .processor = this_processor(),
          .seed = seed,
          .tier = std::string(name_of(tier)),
          .measured_at = now()};
}

std::string version_text() {
  return fmt::format("asymptest {} (commit {}, {})", build_info::version, build_info::commit,
                     build_info::compiler);
}

}  // namespace asymptest
