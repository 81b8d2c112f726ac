#pragma once

#include <vector>

#include "figure.hpp"

namespace asymptest::benchmarks {

/// All figures of the table, with their targets: what the machine gives, networks, matrices, and
/// points.
std::vector<Group> all_groups();

std::vector<Group> machine_groups();
std::vector<Group> network_groups();
std::vector<Group> matrix_groups();
std::vector<Group> point_groups();

// How the files of groups say what they compare.

Target at_least(double value);
Target at_most(double value);
/// The best rate of multiply-adds in registers, and of products of matrices by any library here.
std::vector<Quantity> peak();
std::vector<Quantity> best_product();
/// The share of the peak that a benchmark's operations reach.
Figure of_the_peak(std::string instrument, const std::string& benchmark,
                   std::optional<Target> target, std::string bound);
Figure of_the_product(std::string instrument, const std::string& benchmark);
/// How many times as fast one benchmark is as another, which is called `other`.
Figure as_fast_as(std::string other, std::string instrument, const std::string& benchmark,
                  const std::string& other_benchmark, std::optional<Target> target = {},
                  std::string bound = {});

}  // namespace asymptest::benchmarks
