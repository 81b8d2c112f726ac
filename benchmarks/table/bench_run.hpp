#pragma once

#include <filesystem>
#include <string>

namespace asymptest::benchmarks {

/// What `./asymptest bench` is asked.
struct BenchOptions {
  std::string program;  ///< `benchmarks`
  std::string root;     ///< the tree whose docs/performance.md is written
  std::string out;      ///< where everything goes instead
  bool quick = false;

  /// Of the raw results, which are too many to keep with the tree.
  [[nodiscard]] std::filesystem::path results_folder() const {
    return out.empty() ? std::filesystem::path(root) / "results" / "bench"
                       : std::filesystem::path(out);
  }
  [[nodiscard]] std::filesystem::path page_folder() const {
    return out.empty() && !quick ? std::filesystem::path(root) / "docs" : results_folder();
  }
};

/// Measures all figures and exponents, a line on the standard error each, and writes the page and
/// the JSON after each. Throws std::runtime_error if the program fails or nothing can be written.
void run_bench(const BenchOptions& options);

}  // namespace asymptest::benchmarks
