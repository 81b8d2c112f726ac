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

TEST(Layers, AnIncludeThatRunsBackIsNamed) {
  EXPECT_THAT(
      violations("src/asymptest/claim/claim.cpp",
                 "#include \"asymptest/claim/claim.hpp\"\n"
                 "#include \"asymptest/inference/verdict.hpp\"\n"),
      ElementsAre(HasSubstr("src/asymptest/claim may not include src/asymptest/inference")));
  EXPECT_THAT(
      violations("src/learning/networks/mlp.hpp", "  # include \"asymptest/claim/point.hpp\""),
      ElementsAre(HasSubstr("may not include src/asymptest/claim")));
  EXPECT_THAT(violations("src/rigor/interval.cpp", "#include \"asymptest/random/stream.hpp\""),
              ElementsAre(HasSubstr("src/rigor may not include")));
  EXPECT_THAT(violations("verify/covering/torus.cpp", "#include \"asymptest/engine/store.hpp\""),
              ElementsAre(HasSubstr("verify may not include src/asymptest/engine")));
}

TEST(Layers, IncludesAlongThemAndOfTheOwnFolderPass) {
  EXPECT_THAT(violations("src/asymptest/cli/main.cpp", "#include \"asymptest/engine/record.hpp\""),
              IsEmpty());
  EXPECT_THAT(violations("verify/covering/torus.cpp",
                         "#include \"learning/geometry/torus.hpp\"\n#include \"setup.hpp\"\n"),
              IsEmpty());
}

TEST(Layers, AHeaderOfNoKnownFolderIsNamed) {
  EXPECT_THAT(violations("src/elsewhere/a.cpp", ""), ElementsAre(HasSubstr("is in no folder")));
  EXPECT_THAT(violations("src/rigor/a.cpp", "#include \"asymptest/secret/a.hpp\""),
              ElementsAre(HasSubstr("which is in no folder")));
}

}  // namespace
}  // namespace structure
