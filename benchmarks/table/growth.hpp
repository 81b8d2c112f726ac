#pragma once

#include <string>
#include <vector>

namespace asymptest::benchmarks {

/// A family of benchmarks that differ in one size, whose cost grows as a power of it.
struct Growth {
  std::string instrument;
  std::string filter;      ///< regular expression of the benchmarks' names
  std::string family;      ///< what `check` calls it: the name without its numbers
  std::string size;        ///< the name of its size
  std::string operations;  ///< how the operations grow, in words
};

/// The exponent of the processor time in the size with its interval at level 95 %, from all
/// repetitions, by the inference of `asymptest fit`.
struct GrowthFound {
  const Growth* growth = nullptr;
  double exponent = 0, lower = 0, upper = 0;
};

/// `file` is Google Benchmark's JSON. A family that is not in it, or of too few sizes, is left out.
std::vector<GrowthFound> growth_found(const std::vector<Growth>& growths, const std::string& file);

/// All that the table lists.
const std::vector<Growth>& growths();

}  // namespace asymptest::benchmarks
