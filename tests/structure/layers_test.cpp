#include "layers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace structure {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Layers, NoIncludeOfTheTreeRunsAgainstThem) {
  EXPECT_THAT(violations_in(SOURCE_DIR), IsEmpty());
}

std::string include(std::string_view header) {
  return "#include \"" + std::string(header) + "\"\n";
}

/// One include of each kind that runs back: from part to part, from room to room, to a topic's
/// neighbour, from the report to what measures, from a product's file to a test's helper.
TEST(Layers, AnIncludeThatRunsBackIsNamed) {
  const auto denied = [](std::string_view path, std::string_view header, const std::string& why) {
    EXPECT_THAT(violations(path, include(header)), ElementsAre(HasSubstr(why))) << path;
  };
  denied("src/asymptest/claim/claim.cpp", "asymptest/inference/verdict/verdict.hpp",
         "src/asymptest/claim may not include src/asymptest/inference/verdict");
  denied("src/asymptest/inference/sample/moments.cpp",
         "asymptest/inference/fit/basis/regressor.hpp",
         "inference/sample may not include src/asymptest/inference/fit");
  denied("src/asymptest/inference/fit/grid_fit.cpp", "asymptest/inference/laws/power/power_law.hpp",
         "inference/fit may not include src/asymptest/inference/laws");
  denied("src/asymptest/inference/laws/shape.cpp", "asymptest/inference/decide.hpp",
         "inference/laws may not include src/asymptest/inference");
  denied("src/asymptest/record/record.cpp", "asymptest/engine/runner.hpp",
         "src/asymptest/record may not include src/asymptest/engine");
  denied("src/asymptest/report/html/html_proof.cpp", "asymptest/engine/store/store.hpp",
         "report/html may not include src/asymptest/engine/store");
  denied("src/asymptest/report/drawing/scale.cpp", "asymptest/report/figures/series.hpp",
         "report/drawing may not include src/asymptest/report/figures");
  denied("src/asymptest/engine/runner.cpp", "asymptest/testing/example_claim.hpp",
         "src/asymptest/engine may not include src/asymptest/testing");
  denied("src/learning/networks/mlp.hpp", "asymptest/claim/sizes/point.hpp",
         "may not include src/asymptest/claim");
  denied("src/learning/kernels/tangent_kernel.cpp", "learning/training/least_squares.hpp",
         "may not include src/learning/training");
  denied("src/rigor/arithmetic/interval.cpp", "asymptest/random/stream.hpp", "may not include");
  denied("src/rigor/matrices/a.cpp", "rigor/networks/descent.hpp", "may not include");
  denied("verify/covering/torus.cpp", "asymptest/engine/store/store.hpp", "may not include");
  denied("verify/covering/torus.cpp", "verify/hessian/torus.hpp",
         "verify/covering may not include verify/hessian");
}

TEST(Layers, IncludesAlongThemAndOfTheOwnFolderPass) {
  EXPECT_THAT(violations("src/asymptest/cli/showing/show_command.cpp",
                         include("asymptest/record/record.hpp")),
              IsEmpty());
  EXPECT_THAT(violations("verify/covering/torus.cpp", include("learning/geometry/torus.hpp") +
                                                          include("setup.hpp") +
                                                          include("verify/shared/a.hpp")),
              IsEmpty());
  EXPECT_THAT(violations("src/asymptest/inference/fit/grid_fit_test.cpp",
                         include("asymptest/inference/calibration/calibration.hpp")),
              IsEmpty());
}

TEST(Layers, UnitsThatIncludeEachOtherAreNamed) {
  EXPECT_EQ(cycle_among({{"a", {"b", "c"}}, {"b", {"c"}}}), "");
  EXPECT_THAT(cycle_among({{"a", {"b"}}, {"b", {"c"}}, {"c", {"b"}}}), HasSubstr("b -> c -> b"));
}

TEST(Layers, AHeaderOfNoKnownFolderIsNamed) {
  EXPECT_THAT(violations("src/elsewhere/a.cpp", ""), ElementsAre(HasSubstr("is in no folder")));
  EXPECT_THAT(violations("src/rigor/matrices/a.cpp", "#include \"asymptest/secret/a.hpp\""),
              ElementsAre(HasSubstr("which is in no folder")));
}

}  // namespace
}  // namespace structure
