#pragma once

#include <string>
#include <string_view>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// How a status is shown everywhere: by word, by mark and by a class that styles colour.
struct StatusLook {
  std::string_view word;  ///< "as declared"
  std::string_view mark;  ///< "✓": tells it apart without colour
  std::string_view name;  ///< "expected": CSS class and filter value
};

/// All of them, what isn't as declared in the middle.
inline constexpr Status all_statuses[] = {Status::expected, Status::unexpected, Status::undecided,
                                          Status::failed, Status::unmeasured};

StatusLook look_of(Status status);

/// Subjects of one kind, counted by status.
struct Tally {
  int all = 0, expected = 0, unexpected = 0, undecided = 0, failed = 0, unmeasured = 0;
};

Tally claims_tally(const Record& record);
Tally controls_tally(const Record& record);

/// The result of the suite in one sentence or two.
std::string suite_sentence(const Record& record);

/// "proved" if every step holds in general, "verified on instances" if some hold on instances only,
/// "does not hold", "not checked".
std::string_view proof_word(const ProofRecord& proof);
std::string_view step_word(const ProofRecord& proof, const StepRecord& step);

/// "3 of 3 theorems hold, 1 proved in general and 2 verified exactly on instances (5 of 9 steps in
/// general)."; nothing where there are none.
std::string proofs_sentence(const Record& record);

/// "claim", "control", "harmless control" or "erratum".
std::string_view role_of(const ClaimRecord& claim, const SubjectRecord& subject);

/// "supported", or "not measured", "failed" where there is no verdict.
std::string verdict_word(const SubjectRecord& subject);

/// "refuted, as declared"; one word where there is no verdict.
std::string verdict_and_status(const SubjectRecord& subject);

/// Arrows, relations and minus signs in place of what stands for them where text is plain; `code`
/// stays.
std::string with_signs(std::string_view text);

/// The text with a capital at its beginning and a full stop at its end.
std::string sentence(std::string text);

/// Why the subject stands as it does: the status's reason, or else the verdict's, or else the
/// first failure.
std::string reason_of(const SubjectRecord& subject);

/// "−1/4 (half the rate); 0": the rivals that the band has to exclude.
std::string rivals_text(const ClaimRecord& claim);

/// The interval by which an estimate is decided: its region where it has one, else its confidence
/// interval.
struct Interval {
  double lower = 0, upper = 0;
};
Interval deciding_interval(const Estimate& estimate);

/// "exponent of m" where the law is a power, else what is estimated, by its name.
std::string estimate_name(const SubjectRecord& subject, const Estimate& estimate);

/// What one may quote: the statement's title, what was found, and how sure that is.
std::string quotation(const Record& record, const ClaimRecord& claim, const SubjectRecord& subject);

/// The hypotheses of the claim that no control breaks, in their order.
std::vector<std::string> unguarded_hypotheses(const ClaimRecord& claim);

/// "2026-11-29T20:45:00Z, first trial 2026-11-29T20:45:02Z, after 2 other definitions": that
/// a claim was written down before it was measured; empty where the store doesn't know.
std::string registration_text(const ClaimRecord& claim);

}  // namespace asymptest::report
