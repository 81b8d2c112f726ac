#include "best_values.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace asymptest::benchmarks::best_values_test {
namespace {

TEST(BestValues, AreTheLeastTimeAndTheLargestRate) {
  const BestValues best = best_values(nlohmann::json::parse(R"([
      {"name": "f/8", "run_type": "iteration", "cpu_time": 3, "real_time": 1, "time_unit": "ms",
       "iterations": 7, "FLOP/s": 10, "peak/weights": 1.5},
      {"name": "f/8", "run_type": "iteration", "cpu_time": 2, "real_time": 9, "time_unit": "ms",
       "iterations": 7, "FLOP/s": 15, "peak/weights": 1.2},
      {"name": "f/8", "run_type": "aggregate", "cpu_time": 1, "FLOP/s": 99},
      {"name": "g", "run_type": "iteration", "error_occurred": true, "cpu_time": 0}])"));
  EXPECT_EQ(best, (BestValues{{{"f/8", "time"}, 0.002},
                              {{"f/8", "FLOP/s"}, 15},
                              {{"f/8", "peak/weights"}, 1.2}}));
}

}  // namespace
}  // namespace asymptest::benchmarks::best_values_test
