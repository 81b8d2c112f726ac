#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "bench_run.hpp"

int main(int argc, char** argv) {
  try {
    CLI::App app("Times each instrument beside its yardsticks, and writes the table of ratios.",
                 "asymptest bench");
    asymptest::benchmarks::BenchOptions options;
    app.add_option("--program", options.program, "the program `benchmarks`")->required();
    app.add_option("--root", options.root, "the tree whose docs/performance.md is written")
        ->required();
    app.add_option(
        "--out", options.out,
        "folder of performance.md and performance.json [docs and results/bench; of a quick "
        "run results/bench]");
    app.add_flag("--quick", options.quick, "one short turn each, without what takes long");
    CLI11_PARSE(app, argc, argv);
    asymptest::benchmarks::run_bench(options);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "asymptest bench: {}\n", problem.what());
    return 2;
  }
}
