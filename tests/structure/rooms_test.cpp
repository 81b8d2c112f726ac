#include "rooms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace structure::rooms_test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What one looks through at a glance is some 25 files; the three more are one instrument, with its
/// header and its test, that comes before the room is divided.
constexpr std::size_t most_files = 28;

class Rooms : public testing::Test {
 protected:
  ~Rooms() override { std::filesystem::remove_all(root_); }

  void add(const std::string& file) const {
    const auto path = root_ / file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << "// " << file << '\n';
  }

  std::filesystem::path root_ =
      std::filesystem::temp_directory_path() / ("asymptest-rooms-" + std::to_string(getpid()));
};

TEST(RoomsOfTheTree, AreSmall) { EXPECT_THAT(crowded_rooms(SOURCE_DIR, most_files), IsEmpty()); }

TEST_F(Rooms, CountTheSourcesAndHeadersOfAFolderItself) {
  for (const char* file : {"src/a/one.cpp", "src/a/one.hpp", "src/a/one_test.cpp", "src/a/page.md",
                           "src/a/b/two.cpp", "verify/c/three.cpp"}) {
    add(file);
  }
  EXPECT_THAT(crowded_rooms(root_, 3), IsEmpty());
  EXPECT_THAT(crowded_rooms(root_, 2), ElementsAre("src/a: 3 files"));
}

TEST_F(Rooms, AreNotFoundSmallWhereThereAreNone) {
  EXPECT_THROW(crowded_rooms(root_, 3), std::runtime_error);
}

}  // namespace
}  // namespace structure::rooms_test
