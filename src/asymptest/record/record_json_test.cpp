#include "asymptest/record/record_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <sstream>
#include <stdexcept>

#include "asymptest/engine/records/claim_record.hpp"
#include "asymptest/testing/example_claim.hpp"

namespace asymptest::record_json_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

Record example_record() {
  const Claim claim = example_claim();
  Record record{.provenance = {.version = "1.2", .commit = "abc", .seed = ~std::uint64_t{0}},
                .alpha = 0.01};
  record.claims.push_back(claim_record(claim));
  SubjectRecord subject = declared_record(subjects_of(claim)[1], Tier::quick);
  subject.status = Status::unexpected;
  subject.verdict = verdict_of(Outcome::refuted, 0.1, 0.02, Need::larger_sizes);
  subject.verdict.estimates[0].band_lower = -std::numeric_limits<double>::infinity();
  subject.verdict.goodness_of_fit = std::numeric_limits<double>::quiet_NaN();
  subject.points[2].trials = 7;
  subject.points[2].summary = 1.0 / 3;
  subject.failures.push_back({"n=4", 3, "line\nbreak and \"quotes\""});
  record.claims[0].subjects.push_back(subject);
  return record;
}

TEST(RecordJson, ReadsBackToTheSameRecord) {
  const std::string text = to_json(example_record());
  const Record back = record_from_json(text);
  EXPECT_EQ(to_json(back), text);
  const SubjectRecord& subject = back.claims[0].subjects[0];
  EXPECT_EQ(back.provenance.seed, ~std::uint64_t{0});
  EXPECT_EQ(subject.status, Status::unexpected);
  EXPECT_EQ(subject.verdict.outcome, Outcome::refuted);
  EXPECT_EQ(subject.verdict.need, Need::larger_sizes);
  EXPECT_EQ(subject.points[2].summary, 1.0 / 3);
  EXPECT_EQ(subject.points[2].at, (Point{{"n", 4}}));
  EXPECT_TRUE(std::isnan(subject.verdict.goodness_of_fit));
  EXPECT_EQ(subject.verdict.estimates[0].band_lower, -std::numeric_limits<double>::infinity());
  EXPECT_EQ(subject.failures[0].message, "line\nbreak and \"quotes\"");
  EXPECT_EQ(subject.points.size(), 4U);
}

std::string altered(const std::string& from, const std::string& to) {
  std::string text = to_json(example_record());
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST(RecordJson, ReplacesWhatIsNoUtf8) {
  Record record;
  record.claims = {{.id = "a/b", .title = "caf\xE9 \xFF"}};
  EXPECT_EQ(record_from_json(to_json(record)).claims[0].title, "caf\xEF\xBF\xBD \xEF\xBF\xBD");
}

TEST(RecordJson, NamesWhatItCannotRead) {
  const auto refuses = [](const std::string& text, const std::string& message) {
    EXPECT_THAT([&] { record_from_json(text); },
                ThrowsMessage<std::invalid_argument>(HasSubstr(message)));
  };
  refuses("not json", "not a JSON object");
  refuses(altered("\"format\": 3", "\"format\": 99"), "is 99, expected 3");
  refuses(altered("\"commit\"", "\"comit\""), "provenance.commit: is missing");
  refuses(altered("\"unexpected\"", "\"odd\""),
          "claims[0].subjects[0].status: status 'odd' is unknown, expected expected, unexpected");
  refuses(altered("\"alpha\": 0.01", "\"alpha\": []"), "alpha: is of another type");
}

TEST(RecordJson, ReadsOlderRecordsThatLackWhatMayBeUnknown) {
  Record record = example_record();
  record.claims[0].registered_at = "2026-11-29T20:45:00Z";
  const std::string text = to_json(record);
  std::istringstream lines(text);
  std::string older;
  for (std::string line; std::getline(lines, line);) {
    const bool newer = line.find("\"registered_at\"") != std::string::npos ||
                       line.find("\"first_trial_at\"") != std::string::npos ||
                       line.find("\"earlier_definitions\"") != std::string::npos;
    if (!newer) older += line + "\n";
  }
  EXPECT_FALSE(record_from_json(older).claims[0].registered_at);
}

}  // namespace
}  // namespace asymptest::record_json_test
