#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace asymptest::benchmarks {

/// A number that Google Benchmark measures: `field` "time", processor time in seconds, or the name
/// of a counter.
struct Quantity {
  std::string benchmark, field;

  friend auto operator<=>(const Quantity&, const Quantity&) = default;
};

/// Whether more of it is better: of what is counted a second, and of nothing else.
bool is_rate(const std::string& field);

/// The best of all repetitions of each number: on a machine that others use as well, what is lost
/// is theirs.
using BestValues = std::map<Quantity, double>;

/// From runs as Google Benchmark's JSON lists them under "benchmarks"; aggregates and runs that
/// failed are left out.
BestValues best_values(const nlohmann::json& runs);

}  // namespace asymptest::benchmarks
