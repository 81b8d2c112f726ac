#include "asymptest/engine/records/law_record.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::law_record_test {
namespace {

TEST(LawRecord, KeepsFactorsBoundsAndLocation) {
  const LawRecord power = law_record(at_most({{"n", -0.5}, {"d", 1}}).up_to_logs());
  EXPECT_EQ(power.kind, LawKind::power_law);
  EXPECT_EQ(power.relation, Relation::at_most);
  ASSERT_EQ(power.factors.size(), 2U);
  EXPECT_EQ(power.factors[0].name, "n");
  EXPECT_EQ(power.factors[0].exponent, -0.5);
  EXPECT_TRUE(power.up_to_logs);

  const LawRecord always = law_record(always_at_least(2));
  EXPECT_EQ(always.kind, LawKind::inequality);
  EXPECT_EQ(always.lower, 2);
  EXPECT_TRUE(std::isinf(always.upper));

  const LawRecord decay = law_record(decays("t", 0.25));
  EXPECT_EQ(decay.factors[0].exponent, -0.25);
  const LawRecord peak =
      law_record(has_shape({.kind = Shape::Kind::peak, .axis = "p", .location = 40}));
  EXPECT_EQ(peak.form, "peak");
  EXPECT_EQ(peak.location, 40);
}

TEST(PointRecords, TakeTheTransformedRegressorAndTheSpread) {
  const Prediction prediction =
      theta({{.name = "d+2", .exponent = -1, .of = [](const Point& at) { return at["d"] + 2; }}});
  const std::vector<PointTrials> trials{{Point{{"d", 8}}, {5, 1, 4, 2, 3, NAN}}};
  const Verdict verdict{.points = {{.at = Point{{"d", 8}}, .summary = 2.5}}};
  const auto records = point_records(prediction, trials, verdict);
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].at, (Point{{"d", 8}}));
  EXPECT_TRUE(records[0].judged);
  EXPECT_EQ(records[0].summary, 2.5);
  EXPECT_EQ(records[0].regressors, std::vector<double>{10});
  EXPECT_EQ(records[0].trials, 6);
  EXPECT_EQ(records[0].smallest, 1);
  EXPECT_DOUBLE_EQ(records[0].lower_decile, 1.4);
  EXPECT_EQ(records[0].median, 3);
  EXPECT_DOUBLE_EQ(records[0].upper_decile, 4.6);
  EXPECT_EQ(records[0].largest, 5);
}

TEST(PointRecords, AreMadeEvenWhereTheLawFails) {
  const Prediction law = theta({{"missing", -1}});
  const std::vector<PointTrials> trials{{Point{{"d", 8}}, {}}};
  const auto records = point_records(law, trials, {});
  EXPECT_TRUE(std::isnan(records[0].regressors[0]));
  EXPECT_TRUE(std::isnan(records[0].median));
  const auto curve = point_records(equals([](const Point& at) { return 2 * at["d"]; }), trials, {});
  EXPECT_EQ(curve[0].predicted, 16);
}

}  // namespace
}  // namespace asymptest::law_record_test
