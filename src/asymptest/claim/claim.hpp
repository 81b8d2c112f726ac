#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/claim_id.hpp"
#include "asymptest/claim/expectation.hpp"
#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/claim/sizes/point.hpp"
#include "asymptest/claim/sizes/sweep.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest {

/// Which side of the truth a measurement lies on. A sampled or ascended supremum is a lower bound,
/// a product of norms an upper bound.
enum class Polarity { exact, lower_bound, upper_bound };

std::string_view name_of(Polarity polarity);
/// The inverse. Throws std::invalid_argument with the name and the known ones.
Polarity parse_polarity(std::string_view name);

/// The measurement of one trial: a number, from nothing but the design point and the stream.
using Trial = std::function<double(const Point& at, Stream& random)>;

/// What a claim measures, and how.
struct Measure {
  std::string what;  ///< "mean distance of a fresh point to its nearest sample"
  Polarity polarity = Polarity::exact;
  Trial trial;
};

/// Where a statement comes from.
struct Source {
  std::string citation;  ///< "Liu, Zhu, Belkin 2020, arXiv:2010.01092"
  std::string place;     ///< "Theorem 3.2"
};

/// The claim's twin in which one named hypothesis is broken: the same procedure must refute it.
struct Control {
  std::string name;
  /// An entry of the claim's `assumes`, verbatim. May be empty if the control is `stopped_by` its
  /// polarity, which breaks none.
  std::string breaks;
  Expectation expect;
  Trial trial;
  std::optional<Sweep> sweep;         ///< the claim's own if empty
  std::optional<Prediction> predict;  ///< the claim's own if empty (Subject::predict)
  /// Of its own finite sizes, where theory gives it, in place of the claim's.
  std::optional<Correction> correction = {};
  bool harmless = false;         ///< inverted control: must be supported
  std::string remark;            ///< also why it must show what it expects, if that says none
  std::string fingerprint = {};  ///< as the claim's own
  /// The trial is declared as a bound of the truth from this side, which can't carry what it shows:
  /// the verdict must be withheld for it.
  std::optional<Polarity> stopped_by = {};
};

/// How many trials each design point gets before the first look and at most, at each tier.
struct Budget {
  std::int64_t first = 32;
  std::int64_t quick = 1024;
  std::int64_t standard = 8192;
  std::int64_t full = 65536;
  /// Cost of one trial relative to the other design points; empty: all equal.
  std::function<double(const Point&)> cost;

  [[nodiscard]] std::int64_t most(Tier tier) const;
};

/// One statement with its source, hypotheses, sweep, measurement, prediction and controls.
struct Claim {
  ClaimId id;  ///< "covering/covering-mean-torus-3": topic and name, lower case, digits, dashes
  std::string title;      ///< one line of plain words
  std::string statement;  ///< LaTeX
  Source source;
  std::vector<std::string> assumes;
  Sweep sweep;
  Measure measure;
  Prediction predict;
  Budget budget;
  std::vector<Control> controls;
  /// An erratum: the literature states it, the measurement must refute it. Names the claim that is
  /// true instead.
  std::string corrected_by;
  /// What an erratum must show besides being refuted, as for a control.
  Expectation expect;
  std::string remark;
  /// Its trials read the data set of data_folder.hpp, and can't be measured without.
  bool on_data = false;
  /// Raise it when the measurement changes in a way that the sources of the tree don't show, as
  /// with a library: trials of an older revision are then not mixed in.
  int revision = 1;
  std::string declared_at = {};  ///< "verify/covering/covering_mean_torus_3.cpp:20", where its id
                                 ///< stands; set when it is registered
  /// The claim file that declares it, as the command line names it; empty if the program does.
  std::string file = {};
  /// Hash of all that its trials are run by, where that is no source of the tree (a claim file's
  /// program); empty: the build's own (code_fingerprint.hpp).
  std::string fingerprint = {};

  [[nodiscard]] bool is_erratum() const { return !corrected_by.empty(); }
  [[nodiscard]] std::string topic() const { return id.substr(0, id.find('/')); }
};

/// One thing to decide: a claim itself or one of its controls, with everything inherited filled in.
struct Subject {
  const Claim* claim = nullptr;
  const Control* control = nullptr;  ///< null for the claim itself

  /// "covering/covering-mean-torus-3" or "covering/covering-mean-torus-3:sheet". Keys streams,
  /// cells and tests.
  [[nodiscard]] std::string name() const;
  /// What names it on the command line: its name, after the claim file that it stands in.
  [[nodiscard]] std::string words() const;
  [[nodiscard]] const Sweep& sweep() const;
  /// A control's own, else the claim's: with the control's own finite-size correction, and with
  /// none where it breaks a hypothesis, for the expansion that gave the claim's supposes them all.
  [[nodiscard]] Prediction predict() const;
  [[nodiscard]] const Trial& trial() const;
  [[nodiscard]] const Expectation& expect() const;
  /// Why it must show that: in the expectation's own words, else in the remark's. Empty if it
  /// expects nothing.
  [[nodiscard]] std::string reason_of_expectation() const;
  /// The claim's own, or what stops the control.
  [[nodiscard]] Polarity polarity() const;
  /// Whether its polarity must stop the verdict.
  [[nodiscard]] bool must_be_withheld() const;
  /// Whether this must come out supported (else refuted, or withheld).
  [[nodiscard]] bool must_be_supported() const;
  /// Why it can't be measured here: a claim on real data without the files. Empty if it can.
  [[nodiscard]] std::string lacking() const;
  /// Hash of everything that changes what a trial measures or how it is judged: id, control, sweep
  /// at every tier, prediction, polarity, revision, the code that measures it, and the data that
  /// it is measured on. Hexadecimal.
  [[nodiscard]] std::string digest() const;
};

/// The claim itself, then its controls in order.
std::vector<Subject> subjects_of(const Claim& claim);

/// Lower case, digits and dashes, not empty: what controls and proof steps are called.
bool is_plain_name(std::string_view text);

/// Two plain names with a slash between: "covering/covering-mean-torus-3".
bool is_claim_id(std::string_view text);

/// Throws std::invalid_argument naming the claim and the field that a claim can't do without: id,
/// title, statement, citation, at least one size, a trial, a band with its reason, controls whose
/// `breaks` is in `assumes`, expectations with a reason that hold no rival (expectation.hpp), and
/// names without repetition.
void validate(const Claim& claim);

}  // namespace asymptest
