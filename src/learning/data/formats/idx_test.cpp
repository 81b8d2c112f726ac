#include "learning/data/formats/idx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace asymptest::learning::idx_test {
namespace {

using testing::HasSubstr;
using namespace std::string_literals;

FileBytes file_of(const std::string& bytes) { return {.name = "some.idx", .bytes = bytes}; }

std::string problem_of(const std::string& bytes) {
  try {
    read_idx(file_of(bytes));
  } catch (const DataError& problem) {
    return problem.what();
  }
  return "none";
}

const std::string two_images = "\0\0\x08\x03\0\0\0\2\0\0\0\2\0\0\0\3"s;

TEST(ReadIdx, MakesAColumnOfEachImage) {
  const Eigen::MatrixXd points = read_idx(file_of(two_images + "\1\2\3\4\5\6\xff\x80\0\0\0\7"s));
  Eigen::MatrixXd expected(6, 2);
  expected << 1, 255, 2, 128, 3, 0, 4, 0, 5, 0, 6, 7;
  EXPECT_EQ(points, expected);
}

TEST(ReadIdx, ReadsLabelsAndBigEndianNumbers) {
  EXPECT_EQ(read_idx(file_of("\0\0\x09\1\0\0\0\3\xff\0\2"s)), (Eigen::RowVector3d{-1, 0, 2}));
  EXPECT_EQ(read_idx(file_of("\0\0\x0b\1\0\0\0\2\1\2\xff\xfe"s)), (Eigen::RowVector2d{258, -2}));
  EXPECT_EQ(read_idx(file_of("\0\0\x0c\1\0\0\0\1\0\1\2\3"s))(0), 66051);
  EXPECT_EQ(read_idx(file_of("\0\0\x0d\1\0\0\0\1\x3f\x80\0\0"s))(0), 1);
  EXPECT_EQ(read_idx(file_of("\0\0\x0e\1\0\0\0\1\x3f\xf0\0\0\0\0\0\0"s))(0), 1);
}

TEST(ReadIdx, NamesFileByteAndExpectationOfAWrongMagicNumber) {
  EXPECT_EQ(problem_of("\0\1\x08\1\0\0\0\1\0"s),
            "some.idx, byte 1: the magic number has 01 here, expected 00 as in an IDX file");
  EXPECT_THAT(problem_of("\0\0\x0a\1\0\0\0\1\0"s),
              HasSubstr("byte 2: the type of the numbers is 0a"));
  EXPECT_THAT(problem_of("\0\0\x08"s), HasSubstr("byte 3: the file ends within the magic number"));
}

TEST(ReadIdx, RefusesTheLittleEndianOrderAsAWrongSize) {
  EXPECT_THAT(problem_of("\0\0\x08\1\2\0\0\0\1\2"s),
              HasSubstr("byte 10: the file ends after 2 bytes of data, expected 33554432 bytes"));
}

TEST(ReadIdx, RefusesATruncatedFileWherever) {
  const std::string whole = two_images + std::string(12, '\1');
  ASSERT_EQ(problem_of(whole), "none");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_THAT(problem_of(whole.substr(0, length)),
                HasSubstr("byte " + std::to_string(length) + ": the file ends"));
  }
  EXPECT_THAT(problem_of(whole.substr(0, 20)),
              HasSubstr("expected 12 bytes for 2 x 2 x 3 numbers of 1 byte"));
}

TEST(ReadIdx, RefusesAnOversizedFile) {
  EXPECT_THAT(problem_of(two_images + std::string(13, '\0')),
              HasSubstr("byte 28: 1 byte too many follow the data, expected 12 bytes"));
}

TEST(ReadIdx, RefusesAnArrayWithoutNumbers) {
  EXPECT_THAT(problem_of("\0\0\x08\0"s), HasSubstr("no axis"));
  EXPECT_THAT(problem_of("\0\0\x08\2\0\0\0\0\0\0\0\3"s), HasSubstr("the array is 0 x 3, expected"));
}

TEST(ReadIdx, SurvivesLengthsWhoseProductOverflows) {
  EXPECT_THAT(problem_of("\0\0\x08\3\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\1"s),
              HasSubstr("the file ends after 1 byte of data"));
}

}  // namespace
}  // namespace asymptest::learning::idx_test
