#include "asymptest/estimate/resolution.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli::resolution_test {
namespace {

using testing::ElementsAre;

TEST(Resolution, ReadsSizes) {
  EXPECT_THAT(planned_sizes("16:128"), ElementsAre(16, 32, 64, 128));
  EXPECT_THAT(planned_sizes("1:64:4"), ElementsAre(1, 4, 16, 64));
  EXPECT_THAT(planned_sizes("64,16,32,100"), ElementsAre(16, 32, 64, 100));
  for (const char* text :
       {"", "16", "16:32", "128:16", "1:8:0.5", "1,2,x,4", "1,1,2,3", "-1,2,3,4"}) {
    EXPECT_THROW(planned_sizes(text), InputError) << text;
  }
}

TEST(Resolution, IsFinerWithLessNoiseMoreTrialsAndMoreSizes) {
  const PlannedDesign design{
      .sizes = planned_sizes("16:2048"), .trials = 8, .noise = 0.02, .alpha = 0.01};
  const double band = resolution_of(design);
  PlannedDesign quieter = design, more = design, wider = design;
  quieter.noise = 0.005;
  more.trials = 32;
  wider.sizes = planned_sizes("16:16384");
  EXPECT_LT(resolution_of(quieter), band / 2);
  EXPECT_LT(resolution_of(more), band);
  EXPECT_LT(resolution_of(wider), band);
  EXPECT_GT(band, 0.01);
}

TEST(Resolution, ADesignWithoutNoiseOrTrialsIsRefused) {
  const auto sizes = planned_sizes("16:2048");
  EXPECT_THROW(resolution_of({.sizes = sizes, .trials = 1, .noise = 0.1, .alpha = 0.01}),
               InputError);
  EXPECT_THROW(resolution_of({.sizes = sizes, .trials = 5, .noise = 0, .alpha = 0.01}), InputError);
}

}  // namespace
}  // namespace asymptest::cli::resolution_test
