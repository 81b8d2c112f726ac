#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

#include "alone.hpp"

int main(int argc, char** argv) {
  if (argc == 4 && std::string_view(argv[1]) == "--alone") {
    return asymptest::benchmarks::print_taken(argv[2], std::stoll(argv[3]));
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
