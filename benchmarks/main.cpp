#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

#include "alone.hpp"
#include "asymptest/process/kept_memory.hpp"

int main(int argc, char** argv) {
  if (argc == 4 && std::string_view(argv[1]) == "--alone") {
    return asymptest::benchmarks::print_taken(argv[2], std::stoll(argv[3]));
  }
  asymptest::keep_freed_memory();  // as the program does
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
