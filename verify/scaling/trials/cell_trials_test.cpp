#include "cell_trials.hpp"

#include <gtest/gtest.h>

namespace asymptest::scaling::cell_trials_test {
namespace {

double one_trial(const Trial& trial, const Point& at) {
  Stream random({1, "cell-trials-test", at.key(), 0});
  return trial(at, random);
}

TEST(CellsOnACurve, LieBetweenItsExtentAndTheLinesThatItCrosses) {
  // A closed curve of extent 0.9 along both axes crosses each line of the lattice within it twice:
  // a column of cells for every line, and at most one more cell for each crossing.
  const double m = 100, cells = one_trial(cells_on_a_curve(2), {{"m", m}});
  EXPECT_GE(cells, 0.9 * m);
  EXPECT_LE(cells, 4 * 0.9 * m + 4);
}

TEST(CellsOnASheet, HaveACellForEveryColumn) {
  // The sheet's slope is at most π/2: a column is met in 1 + π/2 cells, and one more by its ends.
  const double m = 10, cells = one_trial(cells_on_a_sheet(3), {{"m", m}});
  EXPECT_GE(cells, m * m);
  EXPECT_LE(cells, 4 * m * m);
}

TEST(AdaptiveCellsOnACurve, AreAll) {
  EXPECT_EQ(one_trial(adaptive_cells_on_a_curve, {{"m", 8}}), 64);
}

}  // namespace
}  // namespace asymptest::scaling::cell_trials_test
