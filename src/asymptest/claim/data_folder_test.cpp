#include "asymptest/claim/data_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>
#include <string_view>

#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::data_folder_test {
namespace {

using testing::HasSubstr;

void write(const std::filesystem::path& file, std::string_view text) {
  std::ofstream(file) << text;
}

TEST(DataFolder, FindsTheFilesByTheBeginningsOfTheirNames) {
  const TemporaryFolder folder;
  write(folder / "train-images-idx3-ubyte.gz", "1");
  write(folder / "train-labels-idx1-ubyte.gz", "2");
  write(folder / "t10k-images-idx3-ubyte.gz", "3");
  use_data_folder(folder.path());
  const auto files = data_files();
  ASSERT_TRUE(files.has_value());
  EXPECT_EQ(files->points.filename(), "train-images-idx3-ubyte.gz");
  EXPECT_EQ(files->labels.filename(), "train-labels-idx1-ubyte.gz");
}

TEST(DataFolder, RefusesAFolderWithoutBothFiles) {
  const TemporaryFolder folder;
  write(folder / "points.csv", "1\n");
  EXPECT_THAT([&] { use_data_folder(folder.path()); },
              testing::ThrowsMessage<std::invalid_argument>(HasSubstr("labels*")));
  EXPECT_THAT([&] { use_data_folder(folder / "nowhere"); },
              testing::ThrowsMessage<std::invalid_argument>(HasSubstr("nowhere")));
}

TEST(DataFolder, FingerprintIsThatOfTheContents) {
  const TemporaryFolder one, other;
  for (const TemporaryFolder* folder : {&one, &other}) write(*folder / "points.csv", "1\n");
  write(one / "labels.csv", "a\n");
  write(other / "labels.csv", "b\n");
  use_data_folder(one.path());
  const std::string first = data_fingerprint();
  use_data_folder(other.path());
  EXPECT_NE(data_fingerprint(), first);
  use_data_folder(one.path());
  EXPECT_EQ(data_fingerprint(), first);
}

}  // namespace
}  // namespace asymptest::data_folder_test
