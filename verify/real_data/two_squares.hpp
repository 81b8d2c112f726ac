#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "asymptest/claim/data_folder.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::real_data {

/// For tests: a data set of 1200 points uniform on two unit squares of R^3 that are 8 apart, four
/// classes, two on each square, and a copy of the first point.
class TwoSquares {
 public:
  TwoSquares()
      : folder_(std::filesystem::path(testing::TempDir()) /
                ("two-squares-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    std::ofstream points(folder_ / "points.csv"), labels(folder_ / "labels.csv");
    Stream random({.suite_seed = 1, .claim = "two-squares", .point = "", .trial = 0});
    points << "0.5,0.5,0\n";
    labels << "0\n";
    for (int i = 0; i < 1200; ++i) {
      if (i == 600) points << "0.5,0.5,0\n";
      if (i == 600) labels << "0\n";
      points << random.uniform() << ',' << random.uniform() << ',' << (i % 4 < 2 ? 0 : 8) << '\n';
      labels << i % 4 << '\n';
    }
    points.close();
    labels.close();
    use_data_folder(folder_);
  }
  TwoSquares(const TwoSquares&) = delete;
  TwoSquares& operator=(const TwoSquares&) = delete;
  ~TwoSquares() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace asymptest::real_data
