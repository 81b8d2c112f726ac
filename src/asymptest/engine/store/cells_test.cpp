#include "asymptest/engine/store/cells.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::cells_test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PointCells, TellsWhichTrialsAreMissing) {
  PointCells cells;
  cells.set({.trial = 1, .value = 10});
  cells.set({.trial = 3, .value = 30});
  EXPECT_THAT(cells.missing(5), ElementsAre(0, 2, 4));
  EXPECT_EQ(cells.value(3), 30);
  EXPECT_EQ(cells.value(2), std::nullopt);
  EXPECT_EQ(cells.value(99), std::nullopt);
  EXPECT_THROW(static_cast<void>(cells.values(2)), std::logic_error);
}

TEST(PointCells, GivesTheFirstValuesWhateverElseIsKnown) {
  PointCells cells;
  for (int trial = 4; trial >= 0; --trial) cells.set({.trial = trial, .value = 1.0 * trial});
  EXPECT_THAT(cells.values(3), ElementsAre(0, 1, 2));
}

TEST(PointCells, ForgetsFailuresSoThatTheyAreMeasuredAgain) {
  PointCells cells;
  cells.set({.trial = 0, .value = 1, .seconds = 2});
  cells.set({.trial = 1, .seconds = 6, .failure = "no"});
  EXPECT_THAT(cells.missing(2), IsEmpty());
  ASSERT_EQ(cells.failures(2).size(), 1U);
  EXPECT_EQ(cells.failures(2)[0].failure, "no");
  EXPECT_THAT(cells.failures(1), IsEmpty());
  EXPECT_EQ(cells.mean_seconds(), 4);
  cells.forget_failures();
  EXPECT_THAT(cells.missing(2), ElementsAre(1));
  EXPECT_EQ(cells.mean_seconds(), 2);
}

TEST(PointCells, LetsAFinishedTrialTakeThePlaceOfAFailedOne) {
  PointCells cells;
  cells.set({.trial = 0, .seconds = 1, .failure = "no"});
  cells.set({.trial = 0, .value = 5, .seconds = 3});
  EXPECT_THAT(cells.failures(1), IsEmpty());
  EXPECT_THAT(cells.values(1), ElementsAre(5));
  EXPECT_EQ(cells.seconds(1), 3);
}

}  // namespace
}  // namespace asymptest::cells_test
