#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "drawn_designs.hpp"
#include "stored_designs.hpp"

namespace asymptest::designs {
namespace {

std::string trials_of(double fixed, const DrawnOptions& options) {
  return std::isnan(fixed) ? fmt::format("> {}", options.most) : fmt::format("{:.0f}", fixed);
}

void print_drawn() {
  fmt::print(
      "| bands off | spread | right | trials | right, equal trials | trials | one look, as often "
      "right |\n| --- | --- | --- | --- | --- | --- | --- |\n");
  const DrawnOptions options;
  for (const double spread : {0.02, 0.1, 0.4}) {
    for (const double bands : {0.0, 2.0, 4.0, 8.0}) {
      const DesignCosts costs = costs_of({.bands = bands, .spread = spread}, options);
      fmt::print("| {} | {:.0f} % | {:.0f} % | {:.0f} | {:.0f} % | {:.0f} | {} |\n", bands,
                 100 * spread, 100 * costs.right, costs.sequential, 100 * costs.right_without,
                 costs.without_allocation, trials_of(costs.fixed, options));
    }
  }
}

double quantile(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void print_stored(const std::string& file, std::uint64_t seed) {
  const Store store = Store::open_existing(file);
  const std::vector<Subject> suite = registry().subjects();
  RunOptions options;
  options.seed = seed;
  std::vector<double> ratios;
  double sequential = 0, fixed = 0;
  for (const StoredCost& cost : stored_costs(suite, options, store)) {
    if (!(cost.sequential > 0)) continue;
    ratios.push_back(cost.fixed / cost.sequential);
    sequential += cost.sequential;
    fixed += cost.fixed;
  }
  if (ratios.empty()) {
    fmt::print("{} holds no decided subject at seed {}\n", file, seed);
    return;
  }
  std::sort(ratios.begin(), ratios.end());
  fmt::print(
      "{} decided subjects: {:.0f} s, by a fixed design {:.0f} s; a subject's ratio, lower "
      "quartile {:.2f}, median {:.2f}, upper quartile {:.2f}\n",
      ratios.size(), sequential, fixed, quantile(ratios, 0.25), quantile(ratios, 0.5),
      quantile(ratios, 0.75));
}

}  // namespace
}  // namespace asymptest::designs

/// `sequential_designs`: drawn laws. `sequential_designs STORE [SEED]`: the suite's subjects.
int main(int count, char** words) {
  try {
    if (count < 2) {
      asymptest::designs::print_drawn();
    } else {
      asymptest::designs::print_stored(words[1],
                                       count > 2 ? std::strtoull(words[2], nullptr, 10) : 1);
    }
    return EXIT_SUCCESS;
  } catch (const std::exception& problem) {
    fmt::print(stderr, "sequential_designs: {}\n", problem.what());
    return EXIT_FAILURE;
  }
}
