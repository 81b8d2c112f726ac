#include "asymptest/experiment/claim_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "asymptest/experiment/claim_file.hpp"

namespace asymptest::claim_fields_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;
using testing::ThrowsMessage;

const std::string example = R"(id = "mine/width"
title = "A title"
statement = 'Q = \Theta(m^{-1/2})'
source = { citation = "Somebody 1937", place = "Theorem 2" }
assumes = ["the labels are independent"]
remark = "A remark."

[sweep.m]
meaning = "width"
geometric = [32, 2048]
standard = 4096
full = 16384
grows_to = 32768
[sweep.a]
listed = [0.5, 2]

[measure]
what = "a number"
polarity = "lower_bound"
revision = 2
command = ["echo", "{m}", "{labels}"]
parameters = { labels = "independent" }

[predict]
law = "at_most m^-0.5 a"
within = 0.1
because = "a reason"
rivals = [{ value = -1, name = "pairs" }, { value = 0 }]
towards = { m = "infinity", a = "0" }
corrected_by = { exponent = 1, source = "Edgeworth" }
summary = "median"

[budget]
first = 16
quick = 100

[[controls]]
name = "agreeing"
breaks = "the labels are independent"
expect = { near = 0, tolerance = 0.2, factor = "m", because = "a sum" }
parameters = { labels = "agreeing" }

[[controls]]
name = "shorter"
harmless = true
command = ["true"]
[controls.sweep.m]
geometric = [4, 32]
[controls.predict]
law = "theta m^-1"
within = 0.2
because = "another"
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

Claim claim_in(const std::string& text) { return claims_in(text, "width.toml").at(0); }

TEST(ReadClaim, HidesTermsWhereItSaysSo) {
  const auto hides = [](const std::string& text) {
    return std::get<PowerLaw>(claim_in(text).predict.kind()).may_hide_terms;
  };
  EXPECT_FALSE(hides(example)) << "the sweep of a program's trials was chosen for the claim";
  EXPECT_TRUE(hides(with(example, "summary = ", "may_hide_terms = true\nsummary = ")));
}

TEST(ReadClaim, DeclaresWhatAClaimDeclares) {
  const Claim claim = claim_in(example);
  EXPECT_EQ(claim.id, "mine/width");
  EXPECT_EQ(claim.statement, "Q = \\Theta(m^{-1/2})");
  EXPECT_EQ(claim.source.citation, "Somebody 1937");
  EXPECT_EQ(claim.source.place, "Theorem 2");
  EXPECT_EQ(claim.measure.polarity, Polarity::lower_bound);
  EXPECT_EQ(claim.revision, 2);
  EXPECT_EQ(claim.budget.most(Tier::quick), 100);
  EXPECT_EQ(claim.measure.what, "a number");
  EXPECT_EQ(claim.remark, "A remark. Measured by `echo {m} {labels}`.");
  EXPECT_EQ(claim.declared_at, "width.toml:1");
  EXPECT_EQ(claim.file, "width.toml");
  const Prediction same = at_most({{"m", -0.5}, {"a", 1}})
                              .within(0.1)
                              .towards(Towards::infinity, "m")
                              .towards(Towards::zero, "a")
                              .corrected_by(1, "Edgeworth")
                              .of(Summary::median);
  EXPECT_EQ(claim.predict.describe(), same.describe());
  EXPECT_EQ(claim.predict.rivals().size(), 2U);
  EXPECT_EQ(claim.predict.reason(), "a reason");
}

TEST(ReadClaim, KeepsTheOrderOfTheAxes) {
  const Claim claim = claim_in(example);
  EXPECT_EQ(claim.sweep.axes.at(0).name(), "m");
  EXPECT_EQ(claim.sweep.axes.at(1).name(), "a");
  EXPECT_EQ(claim.sweep.axes.at(0).sizes(Tier::full).back(), 16384);
  EXPECT_EQ(claim.sweep.axes.at(0).sizes(Tier::full, 1).back(), 32768);
  EXPECT_EQ(claim.sweep.design(Tier::quick).size(), 14U);
}

TEST(ReadClaim, ControlsInheritWhatTheyDontSay) {
  const Claim claim = claim_in(example);
  const auto subjects = subjects_of(claim);
  ASSERT_EQ(subjects.size(), 3U);
  EXPECT_EQ(subjects[1].expect().lower, -0.2);
  EXPECT_EQ(subjects[1].expect().factor, "m");
  EXPECT_EQ(subjects[1].expect().reason, "a sum");
  EXPECT_EQ(&subjects[1].sweep(), &claim.sweep);
  EXPECT_TRUE(subjects[2].must_be_supported());
  EXPECT_EQ(subjects[2].sweep().design(Tier::quick).size(), 4U);
  EXPECT_EQ(subjects[2].words(), "width.toml mine/width:shorter");
  EXPECT_NE(subjects[0].digest(), claim_in(with(example, "\"echo\"", "\"printf\"")).fingerprint);
}

TEST(ReadClaim, AControlThatIsStoppedByItsPolarityNeedsNoBrokenHypothesis) {
  const std::string breaks = "breaks = \"the labels are independent\"\n";
  const std::string expect =
      "expect = { near = 0, tolerance = 0.2, factor = \"m\", because = \"a sum\" }";
  const std::string stopped = "stopped_by = \"upper_bound\"\nremark = \"a product of norms\"";
  const Claim claim = claim_in(with(with(example, breaks, ""), expect, stopped));
  EXPECT_EQ(claim.controls[0].stopped_by, Polarity::upper_bound);
  EXPECT_TRUE(subjects_of(claim)[1].must_be_withheld());
  EXPECT_THAT([&] { claim_in(with(example, breaks, "stopped_by = \"above\"\n")); },
              ThrowsMessage<ClaimFileError>(HasSubstr("'above'")));
}

TEST(ReadClaim, TheDigestFollowsTheProgram) {
  const Claim claim = claim_in(example);
  const Claim other = claim_in(with(example, "\"echo\"", "\"printf\""));
  const Claim other_control = claim_in(with(example, "\"agreeing\" }", "\"same\" }"));
  EXPECT_NE(subjects_of(claim)[0].digest(), subjects_of(other)[0].digest());
  EXPECT_NE(subjects_of(claim)[1].digest(), subjects_of(other)[1].digest());
  EXPECT_EQ(subjects_of(claim)[2].digest(), subjects_of(other)[2].digest());
  EXPECT_EQ(subjects_of(claim)[0].digest(), subjects_of(other_control)[0].digest());
  EXPECT_NE(subjects_of(claim)[1].digest(), subjects_of(other_control)[1].digest());
}

TEST(ReadClaim, PairedSeedsAreDeclaredInTheLaws) {
  const std::string of_mean = with(example, "summary = \"median\"", "summary = \"mean\"");
  const std::string pairs = "seeds = \"paired\"\nparameters = {";
  const Claim claim = claim_in(with(of_mean, "parameters = {", pairs));
  for (const Subject& subject : subjects_of(claim)) {
    EXPECT_TRUE(std::get<PowerLaw>(subject.predict().kind()).paired) << subject.name();
  }
  EXPECT_NE(subjects_of(claim)[0].digest(), subjects_of(claim_in(of_mean))[0].digest());
}

TEST(ReadClaim, MeasuresByItsProgram) {
  const Claim claim = claim_in(with(example, ", \"{labels}\"", ""));
  Stream random({.suite_seed = 1, .claim = "mine/width", .point = "", .trial = 0});
  EXPECT_EQ(claim.measure.trial({{"m", 64}, {"a", 2}}, random), 64);
}

TEST(ReadClaim, MayDeclareAnErratum) {
  const std::string erratum =
      "corrected_by = \"mine/other\"\nexpect = { below = -0.2, above = -0.4, because = \"a test\" "
      "}\n" +
      example;
  const Claim claim = claim_in(erratum);
  EXPECT_TRUE(claim.is_erratum());
  EXPECT_EQ(claim.expect.upper, -0.2);
  EXPECT_EQ(claim.expect.lower, -0.4);
}

std::string refusal_of(const std::string& text) {
  try {
    claims_in(text, "width.toml");
  } catch (const ClaimFileError& problem) {
    return problem.what();
  }
  return "";
}

/// A mistake, and the line, the key and what is said of it.
struct Mistake {
  std::string from, to, line, key, says;
};

class ClaimMistake : public testing::TestWithParam<Mistake> {};

TEST_P(ClaimMistake, IsToldWithFileLineKeyAndWhatWasExpected) {
  const Mistake& mistake = GetParam();
  EXPECT_THAT(refusal_of(with(example, mistake.from, mistake.to)),
              AllOf(StartsWith("width.toml:" + mistake.line + ": " + mistake.key + " "),
                    HasSubstr(mistake.says)));
}

INSTANTIATE_TEST_SUITE_P(
    Each, ClaimMistake,
    testing::Values(
        Mistake{"title =", "titel =", "2", "titel", "no key here, expected one of id, title"},
        Mistake{"\"A title\"", "3", "2", "title", "is 3, expected a text"},
        Mistake{"title = \"A title\"", "", "1", "title", "is missing"},
        Mistake{"mine/width", "Width", "1", "id", "'Width', expected topic/name"},
        Mistake{"source = {", "source = [] #", "4", "source", "an empty array, expected a table"},
        Mistake{"place =", "pages =", "4", "source.pages", "no key here"},
        Mistake{"[\"the labels are independent\"]", "[1]", "5", "assumes", "holds 1"},
        Mistake{"[32, 2048]", "[32]", "10", "sweep.m.geometric", "has 1 number"},
        Mistake{"[32, 2048]", "[64, 32]", "10", "sweep.m.geometric", "first <= last"},
        Mistake{"[32, 2048]", "[32, nan]", "10", "sweep.m.geometric", "holds nan"},
        Mistake{"standard = 4096", "standard = 2", "11", "sweep.m.standard", "standard(2)"},
        Mistake{"geometric = [32, 2048]", "", "8", "sweep.m", "has no sizes"},
        Mistake{"[sweep.a]", "[sweep.a-b]", "14", "sweep.a-b", "letters, digits and _"},
        Mistake{"\"lower_bound\"", "\"below\"", "19", "measure.polarity", "'below'"},
        Mistake{"revision = 2", "revision = 0.5", "20", "measure.revision", "is 0.5"},
        Mistake{"[\"echo\", \"{m}\", \"{labels}\"]", "\"echo\"", "21", "measure.command",
                "expected an array of texts"},
        Mistake{"[\"echo\", \"{m}\", \"{labels}\"]", "[]", "21", "measure.command",
                "the program and its arguments"},
        Mistake{"\"{m}\"", "\"{width}\"", "21", "measure.command", "{width}"},
        Mistake{"parameters = { labels = \"independent\" }", "parameters = { labels = [] }", "22",
                "measure.parameters.labels", "an empty array"},
        Mistake{"parameters = {", "worker = [\"x\"]\nparameters = {", "22", "measure.worker",
                "beside a command, expected one"},
        Mistake{"parameters = {", "seeds = \"paired\"\nparameters = {", "22", "measure.seeds",
                "of the median"},
        Mistake{"parameters = {", "seeds = \"same\"\nparameters = {", "22", "measure.seeds",
                "'same'"},
        Mistake{"parameters = {", "timeout = 0\nparameters = {", "22", "measure.timeout",
                "positive number of seconds"},
        Mistake{"parameters = {", "files = [\"no-such-file\"]\nparameters = {", "22",
                "measure.files", "'no-such-file'"},
        Mistake{"at_most m^-0.5 a", "at_most m^x", "25", "predict.law", "number as the exponent"},
        Mistake{"at_most m^-0.5 a", "at_most n a", "25", "predict.law",
                "at 'n', expected a number, an axis (m, a)"},
        Mistake{"within = 0.1", "within = -0.1", "26", "predict.within", "-0.1"},
        Mistake{"within = 0.1", "", "24", "predict.within", "is missing"},
        Mistake{"a = \"0\" }", "a = \"1\" }", "29", "predict.towards.a", "\"infinity\" or \"0\""},
        Mistake{"a = \"0\" }", "b = \"0\" }", "29", "predict.towards.b", "'b'"},
        Mistake{"\"median\"", "\"mode\"", "31", "predict.summary", "'mode'"},
        Mistake{"\"median\"", "\"proportion\"", "31", "predict.summary", "law of one factor"},
        Mistake{"summary = \"median\"", "bounded = [0]", "31", "predict.bounded",
                "the range of a trial, [lower, upper]"},
        Mistake{"summary = \"median\"", "bounded = [1, 0]", "31", "predict.bounded",
                "the range of a trial is [1, 0]"},
        Mistake{"summary = \"median\"", "bounded = [0, 1]\nsummary = \"mean\"", "32",
                "predict.summary", "stands beside bounded"},
        Mistake{"first = 16", "first = 0", "34", "budget.first", "at least 1"},
        Mistake{"name = \"agreeing\"", "name = \"A b\"", "38", "controls[1].name", "'A b'"},
        Mistake{"breaks = \"the labels", "breaks = \"some labels", "39", "controls[1].breaks",
                "word for word"},
        Mistake{"tolerance = 0.2, ", "", "40", "controls[1].expect.tolerance", "is missing"},
        Mistake{"tolerance = 0.2", "tolerance = -0.2", "40", "controls[1].expect", "empty range"},
        Mistake{"[controls.predict]", "[controls.predicts]", "49", "controls[2].predicts",
                "no key here"},
        Mistake{", because = \"a sum\"", "", "1", "id",
                "control 'agreeing' has no reason for what it must show"},
        Mistake{"name = \"shorter\"", "name = \"agreeing\"", "1", "id", "declared twice"}));

}  // namespace
}  // namespace asymptest::claim_fields_test
