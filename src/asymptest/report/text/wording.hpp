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

StatusLook look_of(Status status);

/// Subjects of one kind, counted by status.
struct Tally {
  int all = 0, expected = 0, unexpected = 0, undecided = 0, failed = 0, unmeasured = 0;
};

Tally claims_tally(const Record& record);
Tally controls_tally(const Record& record);

/// The result of the suite in one sentence or two.
std::string suite_sentence(const Record& record);

/// "3 proofs hold.", "2 of 3 proofs hold."; nothing where there are none.
std::string proofs_sentence(const Record& record);

/// "claim", "control", "harmless control" or "erratum".
std::string_view role_of(const ClaimRecord& claim, const SubjectRecord& subject);

/// "supported", or "not measured", "failed" where there is no verdict.
std::string verdict_word(const SubjectRecord& subject);

/// "refuted, as declared"; one word where there is no verdict.
std::string verdict_and_status(const SubjectRecord& subject);

/// The text with a capital at its beginning and a full stop at its end.
std::string sentence(std::string text);

/// Why the subject stands as it does: the status's reason, or else the verdict's, or else the
/// first failure.
std::string reason_of(const SubjectRecord& subject);

/// The hypotheses of the claim that no control breaks, in their order.
std::vector<std::string> unguarded_hypotheses(const ClaimRecord& claim);

}  // namespace asymptest::report
