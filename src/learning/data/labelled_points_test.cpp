#include "learning/data/labelled_points.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::learning::labelled_points_test {
namespace {

using testing::HasSubstr;

DataSet labelled_by(std::vector<std::string> labels) {
  DataSet data;
  data.points = Eigen::MatrixXd::Zero(2, static_cast<Eigen::Index>(labels.size()));
  data.labels = std::move(labels);
  return data;
}

TEST(LabelledPoints, NumbersTheLabelsInTheirOrder) {
  const LabelledPoints numbers = labelled_points(labelled_by({"10", "2", "9", "2"}));
  EXPECT_EQ(numbers.class_count, 3);
  EXPECT_EQ(numbers.classes, Eigen::Vector4i(2, 0, 1, 0));
  EXPECT_EQ(labelled_points(labelled_by({"dog", "cat"})).classes, Eigen::Vector2i(1, 0));
}

TEST(LabelledPoints, RefusesMissingAndEqualLabels) {
  EXPECT_THAT(
      [] {
        labelled_points(labelled_by({"1", "1"}));
      },
      testing::ThrowsMessage<std::invalid_argument>(HasSubstr("the same label")));
  DataSet without = labelled_by({"1", "2"});
  without.labels.clear();
  EXPECT_THAT([&] { labelled_points(without); },
              testing::ThrowsMessage<std::invalid_argument>(HasSubstr("0 labels for 2 points")));
}

}  // namespace
}  // namespace asymptest::learning::labelled_points_test
