#include "learning/data/formats/file_bytes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "learning/data/formats/test_file.hpp"

namespace asymptest::learning::file_bytes_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// What gzip's own library writes.
std::string gzipped(const std::string& text) {
  const TestFile file("", "gzip");
  const gzFile out = gzopen(file.path().c_str(), "wb");
  gzwrite(out, text.data(), static_cast<unsigned>(text.size()));
  gzclose(out);
  std::ifstream in(file.path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += std::to_string(i * 7919 % 10007);
  return text;
}

std::string problem_of(const std::string& contents) {
  const TestFile file(contents);
  try {
    read_file_bytes(file.path());
  } catch (const DataError& problem) {
    EXPECT_THAT(problem.what(), testing::StartsWith(file.path().string()));
    return problem.what();
  }
  return "none";
}

TEST(ReadFileBytes, GivesAPlainFileAsItIs) {
  const std::string contents("\0\1,\xff\n", 5);
  const FileBytes file = read_file_bytes(TestFile(contents).path());
  EXPECT_EQ(file.bytes, contents);
  EXPECT_FALSE(file.compressed);
}

TEST(ReadFileBytes, DecompressesWhatGzipWrote) {
  const FileBytes file = read_file_bytes(TestFile(gzipped(long_text())).path());
  EXPECT_EQ(file.bytes, long_text());
  EXPECT_TRUE(file.compressed);
}

TEST(ReadFileBytes, JoinsTheMembersOfAGzipFile) {
  const std::string two = gzipped("one, ") + gzipped("two");
  EXPECT_EQ(read_file_bytes(TestFile(two).path()).bytes, "one, two");
}

TEST(ReadFileBytes, RefusesAFileThatIsEmptyAlsoWhenDecompressed) {
  EXPECT_THAT(problem_of(""), HasSubstr("byte 0: the file is empty"));
  EXPECT_THAT(problem_of(gzipped("")), HasSubstr("byte 0 of what it decompresses to: the file is"));
}

TEST(ReadFileBytes, RefusesAGzipFileCutShortWherever) {
  const std::string whole = gzipped("some text to compress");
  for (std::size_t length = 2; length < whole.size(); ++length) {
    EXPECT_THAT(problem_of(whole.substr(0, length)),
                AllOf(HasSubstr("of what it decompresses to"), HasSubstr("cut short")))
        << length;
  }
}

TEST(ReadFileBytes, RefusesADamagedGzipFile) {
  std::string damaged = gzipped(long_text());
  damaged[damaged.size() - 6] ^= 1;  // in the checksum
  EXPECT_THAT(problem_of(damaged), HasSubstr("damaged"));
  damaged = gzipped(long_text());
  damaged[damaged.size() / 2] ^= 1;
  EXPECT_THAT(problem_of(damaged), HasSubstr("damaged"));
}

TEST(ReadFileBytes, RefusesBytesBehindTheGzipStream) {
  EXPECT_THAT(problem_of(gzipped("text") + std::string(3, '\0')),
              HasSubstr("byte 4 of what it decompresses to: 3 bytes follow the gzip stream"));
}

TEST(ReadFileBytes, NamesAFileThatCanNotBeRead) {
  EXPECT_THAT(
      [] { read_file_bytes("/no/such/file"); },
      testing::ThrowsMessage<DataError>(HasSubstr("/no/such/file: can't be read: No such")));
  EXPECT_THAT([] { read_file_bytes(testing::TempDir()); },
              testing::ThrowsMessage<DataError>(HasSubstr("it is a folder")));
}

}  // namespace
}  // namespace asymptest::learning::file_bytes_test
