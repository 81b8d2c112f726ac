#include "asymptest/report/formats/verdicts_csv.hpp"

#include <vector>

#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

std::string row(const std::vector<std::string>& fields) {
  std::string text;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) text += ',';
    text += csv(field);
  }
  return text + "\r\n";
}

std::vector<std::string> numbers_of(const Estimate& e) {
  return {e.name,
          exact(e.estimate),
          exact(e.lower),
          exact(e.upper),
          exact(e.predicted),
          exact(e.band_lower),
          exact(e.band_upper)};
}

std::string_view declared_outcome(const SubjectRecord& subject) {
  if (subject.must_be_withheld) return "inconclusive";
  return subject.must_be_supported ? "supported" : "refuted";
}

std::string row(const ClaimRecord& claim, const SubjectRecord& subject,
                const std::vector<std::string>& numbers) {
  std::vector<std::string> fields = {claim.id,
                                     subject.control,
                                     std::string(role_of(claim, subject)),
                                     std::string(look_of(subject.status).word),
                                     verdict_word(subject),
                                     std::string(declared_outcome(subject))};
  fields.insert(fields.end(), numbers.begin(), numbers.end());
  fields.insert(fields.end(),
                {exact(subject.verdict.alpha), std::to_string(subject.trials),
                 std::to_string(subject.looks), exact(subject.seconds), reason_of(subject)});
  return row(fields);
}

}  // namespace

std::string verdicts_csv(const Record& record) {
  const std::vector<std::string> no_numbers(7);
  std::string text = row({"claim", "control", "role", "status", "verdict", "declared", "quantity",
                          "estimate", "lower", "upper", "predicted", "band_lower", "band_upper",
                          "alpha", "trials", "looks", "seconds", "reason"});
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      for (const Estimate& estimate : subject.verdict.estimates) {
        text += row(claim, subject, numbers_of(estimate));
      }
      if (subject.verdict.estimates.empty()) text += row(claim, subject, no_numbers);
    }
  }
  return text;
}

}  // namespace asymptest::report
