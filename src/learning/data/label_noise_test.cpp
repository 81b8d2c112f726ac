#include "learning/data/label_noise.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace asymptest::learning::label_noise_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

/// A fixed seed; the chance that a right instrument fails was 6e-7 a comparison.
constexpr double standard_errors = 5;
constexpr int many = 60000;

Stream stream() { return Stream({.suite_seed = 1, .claim = "label-noise"}); }

TEST(RandomiseLabels, KeepsOrReplacesWithTheRightChances) {
  Stream random = stream();
  for (const int classes : {2, 3}) {
    for (const double q : {0.1, 0.75}) {
      std::vector<int> labels(many, 1);
      randomise_labels(labels, classes, q, random);
      std::array<int, 3> counts{};
      for (const int label : labels) ++counts.at(static_cast<std::size_t>(label));
      for (int label = 0; label < classes; ++label) {
        const double chance = q / classes + (label == 1 ? 1 - q : 0);
        EXPECT_NEAR(counts[static_cast<std::size_t>(label)], many * chance,
                    standard_errors * std::sqrt(many * chance * (1 - chance)));
      }
    }
  }
}

TEST(RandomiseLabels, ChangesNothingWithoutNoise) {
  Stream random = stream();
  std::vector<int> labels(1000, 2);
  randomise_labels(labels, 3, 0, random);
  EXPECT_EQ(labels, std::vector<int>(1000, 2));
}

TEST(Disagreement, IsTheShareOfDifferingPositions) {
  const int predictions[] = {0, 1, 1, 0}, labels[] = {0, 0, 1, 1};
  EXPECT_DOUBLE_EQ(disagreement(predictions, labels), 0.5);
  EXPECT_DOUBLE_EQ(disagreement(labels, labels), 0);
}

TEST(LabelNoise, RefusesBadArguments) {
  Stream random = stream();
  std::vector<int> labels(3, 0);
  EXPECT_THAT([&] { randomise_labels(labels, 2, 1.5, random); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("q is 1.5")));
  EXPECT_THAT([&] { randomise_labels(labels, 1, 0.5, random); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("classes 1")));
  EXPECT_THAT([&] { (void)disagreement(labels, std::vector<int>(2, 0)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("3 predictions for 2 labels")));
  EXPECT_THAT([&] { (void)disagreement({}, {}); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("0 predictions for 0 labels")));
}

}  // namespace
}  // namespace asymptest::learning::label_noise_test
