#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/laws/law_record.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// How a verdict stands to what the claim or the control must come out as.
enum class Status {
  expected,    ///< the declared outcome, for the declared reason
  unexpected,  ///< decided otherwise, or refuted for another reason than the declared one
  undecided,   ///< inconclusive within the tier's budget
  failed,      ///< a trial threw or measured what can't be judged
  unmeasured   ///< nothing measured yet
};

std::string_view name_of(Status status);
/// Throws std::invalid_argument with the known names.
Status parse_status(std::string_view name);

/// A trial that threw, or whose value can't be judged.
struct TrialFailure {
  std::string point;
  std::int64_t trial = 0;
  std::string message;
};

/// One design point: what was measured there, what the law says of it, how its trials spread.
/// Written once, by the engine; NaN where there is nothing to say.
struct PointRecord {
  static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

  Point at;
  std::int64_t trials = 0;  ///< 0: declared, and not measured yet
  bool judged = false;      ///< whether the verdict rests on it
  double summary = unknown, lower = unknown, upper = unknown;  ///< pointwise 95 % interval
  double fitted = unknown;
  std::vector<double> regressors;  ///< of a power law: the factors' values, in their order
  double predicted = unknown;      ///< of a value law: the curve
  double smallest = unknown, lower_decile = unknown, median = unknown, upper_decile = unknown,
         largest = unknown;
};

/// What is known of one claim or control: its declaration as text, and its verdict.
struct SubjectRecord {
  std::string name;     ///< Subject::name()
  std::string control;  ///< the control's own name; empty for the claim itself
  std::string breaks;   ///< the hypothesis that the control breaks
  bool must_be_supported = true;
  bool must_be_withheld = false;    ///< inconclusive, stopped by its polarity
  std::string expectation;          ///< "exponent of N in [-0.05, 0.05]"; empty if none
  std::string expectation_reason;   ///< why it must show that
  std::string prediction;           ///< Prediction::describe()
  LawRecord law;                    ///< the same prediction as data
  std::vector<PointRecord> points;  ///< all of the sweep, in its order
  std::string digest;
  std::string remark;
  Status status = Status::unmeasured;
  std::string status_reason;  ///< one sentence: why not as expected
  Verdict verdict;            ///< without its points, which stand above
  std::int64_t trials = 0;    ///< measured, over all design points
  int looks = 0;
  double seconds = 0;  ///< summed over the trials
  std::vector<TrialFailure> failures;
  std::string reproduce;  ///< the command that gives these numbers again
};

/// The points on which the verdict rests.
std::vector<PointRecord> judged_points(const SubjectRecord& subject);
/// Those with a trial.
std::vector<PointRecord> measured_points(const SubjectRecord& subject);

/// A value of the predicted quantity that another theory gives, and whose it is.
struct RivalRecord {
  double value = 0;
  std::string name;
};

/// An axis of a sweep: its name in formulas, and what it counts.
struct AxisRecord {
  std::string name, meaning;
};

/// What a claim or a control states, as it is shown: Claim and Control in plain text.
struct ClaimRecord {
  std::string id, topic, title, statement, citation, place;
  std::vector<std::string> assumes;
  std::vector<AxisRecord> axes;
  std::string measured;  ///< Measure::what
  std::string polarity;
  std::string prediction;
  double band = 0;
  std::string band_reason;
  std::vector<RivalRecord> rivals;
  std::string corrected_by;  ///< of an erratum: the true twin
  std::string tier;          ///< at which it was measured
  std::string declared_at;   ///< file and line, from the root of the source tree
  /// When this definition was noted, before its first trial, and when that was measured (UTC),
  /// after how many other definitions of the same id; none where the store doesn't know.
  std::optional<std::string> registered_at, first_trial_at;
  std::optional<std::int64_t> earlier_definitions;
  std::string remark;
  std::vector<SubjectRecord> subjects;  ///< the claim itself, then its controls
};

/// A step's check with one named error in it.
struct PlantedRecord {
  std::string name, error;
  bool caught = false;
  std::string message;
};

/// One step of a proof.
struct StepRecord {
  std::string name, statement;
  std::vector<std::string> uses;  ///< names of earlier steps
  bool holds = false;
  bool general = false;  ///< in every case, not only on the instances of the message
  std::string message;   ///< how, or on which instances, or why not
  std::vector<PlantedRecord> planted;
};

/// A theorem as a chain of steps. `expected` if each step holds, each planted error caught, and
/// no proof that it uses is `unexpected`, else `unexpected`; `unmeasured` if it wasn't checked.
struct ProofRecord {
  std::string id, topic, title, statement, citation, place, remark;
  std::string digest;                 ///< of all that it states
  std::vector<std::string> uses;      ///< ids of proofs
  std::vector<std::string> supports;  ///< ids of claims
  std::vector<StepRecord> steps;
  Status status = Status::unmeasured;
  std::string status_reason;  ///< one sentence
  double seconds = 0;
  std::string reproduce;
};

/// Where the numbers come from.
struct Provenance {
  std::string version, commit, compiler, flags, processor;
  std::uint64_t seed = 0;
  std::string tier;
  std::string measured_at;  ///< ISO 8601, UTC; the only field besides the times that may differ
};

/// The one record that every report is a view of. `format` is raised when a field changes meaning.
struct Record {
  static constexpr int format = 3;
  Provenance provenance;
  double alpha = 0;  ///< the chance that any verdict of the record is wrong, at most
  std::vector<ClaimRecord> claims;
  std::vector<ProofRecord> proofs;
};

/// The record as JSON (numbers in the shortest form that reads back to the same double; infinities
/// and NaN as strings).
std::string to_json(const Record& record);

/// The inverse. Throws std::invalid_argument naming what is missing or of another format version.
Record record_from_json(std::string_view text);

}  // namespace asymptest
