#include "growth.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

namespace asymptest::benchmarks::growth_test {
namespace {

const Growth square{"a thing", "^f/", "f", "n", "n²"};

/// Nine repetitions at each of six sizes, times (2 + noise) n² ns with noise below 1 %.
std::string file_of_squares() {
  const auto path = std::filesystem::temp_directory_path() / "asymptest_growth_test.json";
  std::ofstream out(path);
  out << R"({"benchmarks": [)";
  const char* comma = "";
  for (int n = 64; n <= 2048; n *= 2) {
    for (int turn = 0; turn < 9; ++turn) {
      const double time = (2 + 0.01 * std::sin(n + 3 * turn)) * n * n;
      out << comma << R"({"name": "f/n:)" << n << R"(", "run_type": "iteration", "cpu_time": )"
          << time << R"(, "real_time": 1, "time_unit": "ns"})";
      comma = ",";
    }
  }
  out << "]}";
  return path;
}

TEST(Growth, IsThePowerThatTheTimesFollow) {
  const std::vector<Growth> families{square, {"absent", "^g/", "g", "n", "n"}};
  const auto found = growth_found(families, file_of_squares());
  ASSERT_EQ(found.size(), 1);
  EXPECT_EQ(found[0].growth, &families[0]);
  // 1 % of noise over a factor of 32 moves a slope by 0.01/log 32 = 0.003, here three times that.
  constexpr double of_noise = 0.01;
  EXPECT_NEAR(found[0].exponent, 2, of_noise);
  EXPECT_LE(found[0].lower, 2);
  EXPECT_GE(found[0].upper, 2);
}

}  // namespace
}  // namespace asymptest::benchmarks::growth_test
