#include "asymptest/claim/sizes/sweep.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace asymptest::sweep_test {
namespace {

using testing::ThrowsMessage;
using Sizes = std::vector<double>;

TEST(Axis, GeometricAxisIncludesItsEnd) {
  EXPECT_EQ(axis("m", "width").geometric(64, 512).sizes(Tier::quick), (Sizes{64, 128, 256, 512}));
  EXPECT_EQ(axis("h", "step").geometric(0.1, 0.8).sizes(Tier::quick).size(), 4U);
  EXPECT_EQ(axis("N", "samples").geometric(10, 40, std::sqrt(2.0)).sizes(Tier::quick),
            (Sizes{10, 14, 20, 28, 40}));
}

TEST(Axis, HigherTiersGoFurther) {
  const Axis m = axis("m", "width").geometric(2, 4).standard(8).full(16);
  EXPECT_EQ(m.sizes(Tier::quick), (Sizes{2, 4}));
  EXPECT_EQ(m.sizes(Tier::standard), (Sizes{2, 4, 8}));
  EXPECT_EQ(m.sizes(Tier::full), (Sizes{2, 4, 8, 16}));
}

TEST(Axis, GrowsOnlyAsFarAsAllowed) {
  const Axis m = axis("m", "width").geometric(2, 4).grows_to(16);
  EXPECT_EQ(m.sizes(Tier::quick, 1), (Sizes{2, 4, 8}));
  EXPECT_EQ(m.sizes(Tier::quick, 9), (Sizes{2, 4, 8, 16}));
}

TEST(Axis, RefusesSizesThatAreNoSweep) {
  EXPECT_THROW(axis("m", "").geometric(0, 4), std::invalid_argument);
  EXPECT_THROW(axis("m", "").geometric(8, 4), std::invalid_argument);
  EXPECT_THROW(axis("m", "").geometric(2, 4, 1), std::invalid_argument);
  EXPECT_THROW(axis("m", "").listed({2, 2}), std::invalid_argument);
  EXPECT_THROW(axis("m", "").listed({2, 3}).grows_to(5), std::invalid_argument);
  constexpr double infinite = std::numeric_limits<double>::infinity();
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  for (const double wrong : {infinite, none}) {
    EXPECT_THROW(axis("m", "").geometric(2, wrong), std::invalid_argument);
    EXPECT_THROW(axis("m", "").listed({wrong}), std::invalid_argument);
    EXPECT_THROW(axis("m", "").geometric(2, 4).standard(wrong), std::invalid_argument);
    EXPECT_THROW(axis("m", "").geometric(2, 4).full(wrong), std::invalid_argument);
    EXPECT_THROW(axis("m", "").geometric(2, 4).grows_to(wrong), std::invalid_argument);
  }
  EXPECT_THROW(axis("m", "").geometric(1, 4, 1.1), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(axis("m", "").sizes(Tier::quick)), std::invalid_argument);
}

TEST(Sweep, CountsTheStepsByWhichItCanGrow) {
  const Sweep bare{axis("m", "").geometric(2, 4)},
      little{axis("m", "").geometric(2, 4).grows_to(16)};
  EXPECT_EQ(bare.growth_steps(Tier::quick), 0);
  EXPECT_EQ(little.growth_steps(Tier::quick), 2);
  const Sweep two{axis("m", "").geometric(2, 4).grows_to(8),
                  axis("n", "").geometric(2, 4).grows_to(32)};
  EXPECT_EQ(two.growth_steps(Tier::quick), 3);
  const Sweep endless{axis("m", "").geometric(2, 4).grows_to(1e30)};
  EXPECT_EQ(endless.growth_steps(Tier::quick), most_growth_steps);
}

TEST(Sweep, IsTheProductOfItsAxesWhereItsConditionHolds) {
  const Sweep sweep({axis("n", "").listed({1, 2}), axis("p", "").listed({1, 2, 3})},
                    [](const Point& at) { return at["p"] > at["n"]; });
  std::string keys;
  for (const Point& at : sweep.design(Tier::quick)) keys += at.key() + " ";
  EXPECT_EQ(keys, "n=1,p=2 n=1,p=3 n=2,p=3 ");
}

TEST(Tier, ReadsItsNamesAndNoOthers) {
  EXPECT_EQ(parse_tier("standard"), Tier::standard);
  EXPECT_THAT([] { parse_tier("slow"); },
              ThrowsMessage<std::invalid_argument>(
                  "tier 'slow' is unknown, expected quick, standard or full"));
  EXPECT_THAT([] { name_of(static_cast<Tier>(3)); },
              ThrowsMessage<std::invalid_argument>("tier is 3, expected 0 to 2"));
}

}  // namespace
}  // namespace asymptest::sweep_test
