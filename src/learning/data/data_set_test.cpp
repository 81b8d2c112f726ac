#include "learning/data/data_set.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "learning/data/formats/file_bytes.hpp"
#include "learning/data/formats/test_file.hpp"

namespace asymptest::learning::data_set_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using namespace std::string_literals;

const std::string idx_row = "\0\0\x08\1\0\0\0\3\7\7\x09"s;

TEST(LoadData, KnowsTheFormatByTheFirstBytes) {
  const Eigen::RowVector3d row{7, 7, 9};
  EXPECT_EQ(load_data(TestFile(idx_row).path()).points, row);
  EXPECT_EQ(load_data(TestFile("7\n7\n9\n").path()).points, row);
  const std::string npy =
      "\x93NUMPY\1\0\x34\0{'descr':'|u1','fortran_order':False,'shape':(3,),}\n"s;
  EXPECT_EQ(load_data(TestFile(npy + "\7\7\x09").path()).points, row);
}

TEST(LoadData, TakesLabelsFromAnotherFile) {
  const TestFile points("1,2\n3,4\n5,6\n"), labels(idx_row);
  EXPECT_THAT(load_data(points.path(), labels.path()).labels, ElementsAre("7", "7", "9"));
}

TEST(LoadData, TakesLabelsFromAColumn) {
  const DataSet data = load_data(TestFile("x,kind\n1,cat\n2,dog\n").path(), "kind");
  EXPECT_THAT(data.labels, ElementsAre("cat", "dog"));
  EXPECT_THAT(data.names, ElementsAre("x"));
}

TEST(LoadData, RefusesLabelsThatDoNotFit) {
  const TestFile points("1,2\n3,4\n"), labels(idx_row);
  EXPECT_THAT([&] { load_data(points.path(), labels.path()); },
              testing::ThrowsMessage<DataError>(HasSubstr("expected 2 x 1: one label for each")));
  EXPECT_THAT([&] { load_data(labels.path(), "kind"); },
              testing::ThrowsMessage<DataError>(HasSubstr("expected 'kind' to be a file")));
}

}  // namespace
}  // namespace asymptest::learning::data_set_test
