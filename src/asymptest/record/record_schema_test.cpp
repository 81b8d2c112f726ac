#include "asymptest/record/record_schema.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "asymptest/record/record.hpp"

namespace asymptest::record_schema_test {
namespace {

using Json = nlohmann::json;

// That records obey it is held by a validator of another hand (tests/report/schema.py).
TEST(RecordSchema, AsksForEveryFieldThatARecordHas) {
  const Json schema = Json::parse(record_schema());
  const Json written = Json::parse(to_json(Record{}));
  for (const auto& [name, value] : written.items()) {
    EXPECT_TRUE(schema["properties"].contains(name)) << name;
  }
  EXPECT_EQ(schema["required"].size(), written.size());
  EXPECT_EQ(schema["properties"]["format"]["const"], Record::format);
}

TEST(RecordSchema, NamesTheValuesOfAnEnumeration) {
  const Json schema = Json::parse(record_schema());
  const Json subject = schema["properties"]["claims"]["items"]["properties"]["subjects"]["items"];
  EXPECT_EQ(subject["properties"]["status"]["enum"],
            Json({"expected", "unexpected", "undecided", "failed", "unmeasured"}));
  EXPECT_EQ(subject["properties"]["trials"]["type"], "integer");
}

}  // namespace
}  // namespace asymptest::record_schema_test
