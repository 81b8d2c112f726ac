#include "best_values.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace asymptest::benchmarks {
namespace {

using nlohmann::json;

/// What a run has beside its counters.
constexpr std::array<std::string_view, 8> not_counters{"family_index", "per_family_instance_index",
                                                       "repetitions",  "repetition_index",
                                                       "threads",      "iterations",
                                                       "real_time",    "cpu_time"};

double seconds_in(const std::string& unit) {
  return unit == "s" ? 1 : unit == "ms" ? 1e-3 : unit == "us" ? 1e-6 : 1e-9;
}

void note(BestValues& best, const Quantity& quantity, double value) {
  const auto [at, is_new] = best.emplace(quantity, value);
  if (is_new) return;
  at->second = is_rate(quantity.field) ? std::max(at->second, value) : std::min(at->second, value);
}

}  // namespace

bool is_rate(const std::string& field) {
  return field.ends_with("/s") || field.ends_with("_per_second");
}

BestValues best_values(const json& runs) {
  BestValues best;
  for (const json& run : runs) {
    if (run.value("run_type", "iteration") != "iteration") continue;
    if (run.value("error_occurred", false)) continue;
    const std::string name = run.at("name");
    note(best, {name, "time"},
         run.at("cpu_time").get<double>() * seconds_in(run.value("time_unit", "ns")));
    for (const auto& [field, value] : run.items()) {
      const bool is_counter =
          value.is_number() &&
          std::find(not_counters.begin(), not_counters.end(), field) == not_counters.end();
      if (is_counter) note(best, {name, field}, value.get<double>());
    }
  }
  return best;
}

}  // namespace asymptest::benchmarks
