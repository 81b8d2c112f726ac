#pragma once

#include <string>
#include <vector>

namespace asymptest::cli {

/// What is to be measured: so many trials at each size, each with that relative noise.
struct PlannedDesign {
  std::vector<double> sizes;
  int trials = 0;
  double noise = 0;  ///< standard deviation of a trial, in terms of the mean
  double alpha = 0;
};

/// Reads sizes: "16:2048" doubling, "16:2048:4" by the ratio, or "16,32,64".
/// Throws InputError for what can't be read, and for fewer than four sizes.
std::vector<double> planned_sizes(const std::string& text);

/// The smallest band (smallest_band.hpp) that four of five data sets of a pure power law on this
/// design decide: the quantile over 100 drawn ones, seeded by the design. Throws InputError for
/// fewer than two trials and for a noise that is not positive.
double resolution_of(const PlannedDesign& design);

/// The band, in a sentence.
std::string resolution_text(const PlannedDesign& design, double band);
std::string resolution_json(const PlannedDesign& design, double band);

}  // namespace asymptest::cli
