#include "learning/data/formats/npy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace asymptest::learning::npy_test {
namespace {

using testing::HasSubstr;
using namespace std::string_literals;

std::string header(const std::string& type, const std::string& shape,
                   const std::string& fortran = "False") {
  return "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
}

/// An NPY file padded as NumPy does, to a multiple of 64 bytes.
FileBytes npy(std::string text, const std::string& data, int version = 1) {
  const std::size_t fixed = version == 1 ? 10 : 12;
  while ((fixed + text.size() + 1) % 64 != 0) text += ' ';
  text += '\n';
  std::string bytes = "\x93NUMPY"s + static_cast<char>(version) + '\0';
  for (std::size_t i = 0; i < fixed - 8; ++i) {
    bytes += static_cast<char>(text.size() >> (8 * i) & 0xff);
  }
  return {.name = "some.npy", .bytes = bytes + text + data};
}

std::string problem_of(const FileBytes& file) {
  try {
    read_npy(file);
  } catch (const DataError& problem) {
    return problem.what();
  }
  return "none";
}

const Eigen::MatrixXd three_points = Eigen::MatrixXd{{1, 3, 5}, {2, 4, 6}};

TEST(ReadNpy, ReadsBothOrdersOfAnArray) {
  EXPECT_EQ(read_npy(npy(header("|u1", "(3, 2)"), "\1\2\3\4\5\6")), three_points);
  EXPECT_EQ(read_npy(npy(header("|u1", "(3, 2)", "True"), "\1\3\5\2\4\6")), three_points);
}

TEST(ReadNpy, ReadsEveryVersion) {
  for (const int version : {1, 2, 3}) {
    EXPECT_EQ(read_npy(npy(header("|i1", "(3, 2)"), "\1\2\3\4\5\6", version)), three_points);
  }
}

TEST(ReadNpy, ReadsLittleAndBigEndianNumbers) {
  EXPECT_EQ(read_npy(npy(header("<f8", "(1,)"), "\0\0\0\0\0\0\xf0\x3f"s))(0), 1);
  EXPECT_EQ(read_npy(npy(header(">f8", "(1,)"), "\x3f\xf0\0\0\0\0\0\0"s))(0), 1);
  EXPECT_EQ(read_npy(npy(header(">f4", "(1,)"), "\x3f\x80\0\0"s))(0), 1);
  EXPECT_EQ(read_npy(npy(header("<i2", "(2,)"), "\1\2\xfe\xff"s)), (Eigen::RowVector2d{513, -2}));
  EXPECT_EQ(read_npy(npy(header(">u4", "(1,)"), "\0\0\1\2"s))(0), 258);
  EXPECT_EQ(read_npy(npy(header("<i8", "(1,)"), "\xfd\xff\xff\xff\xff\xff\xff\xff"s))(0), -3);
}

TEST(ReadNpy, FlattensThePoints) {
  const Eigen::MatrixXd points = read_npy(npy(header("|u1", "(2, 1, 3)"), "\1\2\3\4\5\6"));
  EXPECT_EQ(points, (Eigen::MatrixXd{{1, 4}, {2, 5}, {3, 6}}));
}

TEST(ReadNpy, NamesFileByteAndExpectation) {
  EXPECT_EQ(problem_of({.name = "some.npy", .bytes = "\x93NUMPX"}),
            "some.npy, byte 0: expected 93 'NUMPY' as in an NPY file");
  FileBytes file = npy(header("|u1", "(1,)"), "\1");
  file.bytes[6] = 9;
  EXPECT_THAT(problem_of(file), HasSubstr("byte 6: the NPY version is 9, expected 1, 2 or 3"));
  EXPECT_THAT(problem_of(npy(header("<c16", "(1,)"), "")),
              HasSubstr("byte 20: the type of the numbers is '<c16', expected f4, f8, u1"));
  EXPECT_THAT(problem_of(npy(header("<f2", "(1,)"), "")), HasSubstr("numbers is '<f2'"));
  EXPECT_THAT(problem_of(npy(header("|u1", "[1]"), "\1")), HasSubstr("the shape can't be read"));
  EXPECT_THAT(problem_of(npy(header("|u1", "(-1,)"), "\1")), HasSubstr("the shape can't be read"));
  EXPECT_THAT(problem_of(npy(header("|u1", "(1,)", "Maybe"), "\1")), HasSubstr("expected True or"));
  EXPECT_THAT(problem_of(npy("{'descr': '|u1'}", "\1")), HasSubstr("has no 'fortran_order'"));
}

TEST(ReadNpy, RefusesAZeroByteHiddenInTheHeader) {
  FileBytes file = npy(header("|u1", "(1,)"), "\1");
  file.bytes[30] = '\0';
  EXPECT_THAT(problem_of(file), HasSubstr("byte 30: there is a zero byte within the header"));
}

TEST(ReadNpy, RefusesATruncatedFileWherever) {
  const FileBytes whole = npy(header("|u1", "(3, 2)"), "\1\2\3\4\5\6");
  for (std::size_t length = 6; length < whole.bytes.size(); ++length) {
    FileBytes part = whole;
    part.bytes.resize(length);
    EXPECT_THAT(problem_of(part), HasSubstr("byte " + std::to_string(length) + ": the file ends"));
  }
}

TEST(ReadNpy, RefusesAnOversizedOrAnEmptyArray) {
  EXPECT_THAT(problem_of(npy(header("|u1", "(1, 2)"), "\1\2\3")),
              HasSubstr("byte 130: 1 byte too many follow the data, expected 2 bytes for 1 x 2"));
  EXPECT_THAT(problem_of(npy(header("|u1", "(0, 2)"), "")), HasSubstr("the array is 0 x 2"));
  EXPECT_THAT(problem_of(npy(header("|u1", "()"), "\1")), HasSubstr("no axis"));
}

}  // namespace
}  // namespace asymptest::learning::npy_test
