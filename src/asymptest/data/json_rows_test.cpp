#include "asymptest/data/json_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/data/input_error.hpp"
#include "asymptest/data/table.hpp"

namespace asymptest::cli::json_rows_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

NumericTable read(std::string_view text, const std::vector<std::string>& names,
                  const RowChoice& choice = {}) {
  return read_columns(text, "f", names, choice);
}

std::string refusal(std::string_view text, const std::vector<std::string>& names) {
  try {
    read(text, names);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(JsonRows, ReadsAnObjectALine) {
  const NumericTable table =
      read("{\"N\": 16, \"m\": {\"loss\": 0.1}}\n\n{\"m\": {\"loss\": 5e-2}, \"N\": \"32\"}\n",
           {"N", "m.loss"});
  EXPECT_THAT(table.columns[0], ElementsAre(16, 32));
  EXPECT_THAT(table.columns[1], ElementsAre(0.1, 0.05));
  EXPECT_THAT(table.lines, ElementsAre(1, 3));
  EXPECT_EQ(table.format, "JSON lines");
}

TEST(JsonRows, ReadsAnArrayOfObjects) {
  const NumericTable table = read("[\n{\"N\": 16},\n{\"N\": 32}]", {"N"});
  EXPECT_THAT(table.columns[0], ElementsAre(16, 32));
  EXPECT_EQ(table.place_word, "entry");
}

TEST(JsonRows, WhatAnObjectLacksIsMissing) {
  const std::string text = "{\"N\":1,\"loss\":2}\n{\"N\":2,\"loss\":null}\n{\"N\":3}\n";
  EXPECT_EQ(refusal(text, {"N", "loss"}),
            "f, line 2: '' in column 'loss' is no number (--skip-missing leaves such rows out)");
  const NumericTable table = read(text, {"N", "loss"}, {.skip_missing = true});
  EXPECT_THAT(table.columns[0], ElementsAre(1));
  EXPECT_EQ(table.skipped, 2U);
}

TEST(JsonRows, ChoosesRowsByAColumnThatIsNotRead) {
  const std::string text = "{\"N\":1,\"kind\":\"a\"}\n{\"N\":2,\"kind\":\"b\"}\n";
  EXPECT_THAT(read(text, {"N"}, {.where = {{"kind", "b"}}}).columns[0], ElementsAre(2));
}

TEST(JsonRows, WhatCannotBeReadIsNamedWithItsPlace) {
  EXPECT_EQ(refusal("{\"N\":1}\n", {"loss"}), "f: no column 'loss'; it has 'N'");
  EXPECT_THAT(refusal("{\"N\":1}\n{\"N\":\n", {"N"}), HasSubstr("f, line 2: is no JSON"));
  EXPECT_EQ(refusal("[1]", {"N"}), "f, entry 1: '1' is no object with a value for each column");
  EXPECT_THAT(refusal("{\n\"a\": 1}", {"N"}), HasSubstr("expected an object a line"));
}

// As `--benchmark_format=json` writes it, but for fields that are not read.
constexpr std::string_view benchmark = R"({
  "context": {"date": "2026-11-02", "num_cpus": 2},
  "benchmarks": [
    {"name": "BM_Sort/1024/threads:2", "run_type": "iteration", "repetition_index": 0,
     "real_time": 1.5, "cpu_time": 1.0, "time_unit": "us"},
    {"name": "BM_Sort/2048/threads:2", "run_type": "iteration", "real_time": 3200,
     "cpu_time": 3100, "time_unit": "ns"},
    {"name": "BM_Sort/1024/threads:2_mean", "run_type": "aggregate", "aggregate_name": "mean",
     "real_time": 1.5, "cpu_time": 1.0, "time_unit": "us"}
  ]
})";

TEST(JsonRows, ReadsAnObjectOfColumns) {
  const std::vector<std::string> names{"N", "loss"};
  for (const char* text :
       {R"({"N": [16, 32], "loss": [0.1, "5e-2"], "seed": 3})",
        "{\n\"N\": {\"0\": 16, \"1\": 32},\n\"loss\": {\"0\": 0.1, \"1\": 0.05}}"}) {
    const NumericTable table = read(text, names);
    EXPECT_THAT(table.columns[0], ElementsAre(16, 32));
    EXPECT_THAT(table.columns[1], ElementsAre(0.1, 0.05));
    EXPECT_EQ(table.format, "JSON columns");
  }
  EXPECT_EQ(refusal(R"({"N": [16, 32], "loss": [1]})", names),
            "f: column 'loss' has 1 values, expected 2 with the keys of the first column");
  EXPECT_EQ(refusal(R"({"N": {"0": 1}, "loss": {"7": 1}})", names),
            "f: column 'loss' has 1 values, expected 1 with the keys of the first column");
  EXPECT_EQ(refusal(R"({"N": [16, 32]})", names), "f: no column 'loss'; it has 'N'");
  EXPECT_THAT(read(R"({"N": {"0": 8, "10": 16, "2": 32}})", {"N"}).columns[0],
              ElementsAre(8, 32, 16));
  EXPECT_THAT(read(R"({"N": 16, "tags": ["a"]})", {"N"}).columns[0], ElementsAre(16));
}

TEST(JsonRows, ReadsTheOutputOfGoogleBenchmark) {
  const NumericTable table =
      read(benchmark, {"arg1", "real_time", "threads"}, {.where = {{"family", "BM_Sort"}}});
  EXPECT_THAT(table.columns[0], ElementsAre(1024, 2048));
  EXPECT_THAT(table.columns[1], ElementsAre(1500, 3200));
  EXPECT_THAT(table.columns[2], ElementsAre(2, 2));
  EXPECT_EQ(table.format, "Google Benchmark's JSON, times in ns");
  EXPECT_THAT(refusal(benchmark, {"n"}), HasSubstr("'arg1'"));
}

TEST(JsonRows, AFieldOfABenchmarkThatIsOfAnotherKindIsNamed) {
  const auto refused = [](const std::string& field) {
    return refusal(R"({"benchmarks": [{"real_time": 1, )" + field + "}]}", {"real_time"});
  };
  EXPECT_EQ(refused(R"("run_type": 8)"), "f, entry 1: run_type is 8, expected a string");
  EXPECT_EQ(refused(R"("name": [])"), "f, entry 1: name is [], expected a string");
  EXPECT_EQ(refused(R"("time_unit": null)"), "f, entry 1: time_unit is null, expected a string");
  EXPECT_EQ(refused(R"("error_occurred": 1)"),
            "f, entry 1: error_occurred is 1, expected true or false");
}

}  // namespace
}  // namespace asymptest::cli::json_rows_test
