#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest {

/// What the check of a step came to. There is no tolerance in between.
struct ProofResult {
  bool holds = false;
  std::string message;   ///< "4096 labellings of 12 points", or what could not be shown and where
  bool general = false;  ///< the check covers every case of the statement, not instances of it
};

/// Holds in every case: an identity expanded in indeterminates, an inequality whose rest is a sum
/// of squares or has nonnegative coefficients, an induction whose step is one of these, an
/// enclosure over the whole range, a finite enumeration.
ProofResult proved(std::string how);
/// Holds, without rounding, on the instances that are named.
ProofResult verified(std::string on_what);
/// Does not hold, or can't be decided.
ProofResult failed(std::string why);

/// Checks a step on random instances drawn from the stream, by arithmetic that proves it there
/// (exact rationals, intervals).
using ProofCheck = std::function<ProofResult(Stream& random)>;

/// The step's check with one named error in it: the check must find that it does not hold.
struct PlantedError {
  std::string name;   ///< lower case, digits and dashes
  std::string error;  ///< what is wrong: "q/2 + R in place of q/2 + (1 − q) R"
  ProofCheck check;
};

/// One step of a chain.
struct ProofStep {
  std::string name;               ///< lower case, digits and dashes
  std::string statement;          ///< LaTeX
  std::vector<std::string> uses;  ///< names of earlier steps
  ProofCheck check;
  std::vector<PlantedError> planted;
};

/// A theorem as a chain of steps, each checked rigorously on instances. The last step is the
/// theorem itself.
struct Proof {
  std::string id;         ///< "proof/label-noise"
  std::string title;      ///< one line of plain words
  std::string statement;  ///< LaTeX
  Source source;
  std::vector<std::string> uses;      ///< ids of the proofs whose theorems it rests on
  std::vector<std::string> supports;  ///< ids of the claims that measure what it proves
  std::vector<ProofStep> steps;
  std::string remark;
};

/// Throws std::invalid_argument naming the proof and what it can't do without: an id of the form
/// topic/name, a title, a statement, a citation, at least one step, each with a check, a name of
/// its own and `uses` that are earlier steps, and at least one planted error in the whole chain;
/// ids in its own `uses` and `supports` of that form too, and not its own.
void validate(const Proof& proof);

/// The outcome of one planted error.
struct PlantedReport {
  std::string name, error;
  bool caught = false;
  std::string message;  ///< how it was caught; or that it was not
};

/// What became of one step and of the errors that are planted in it.
struct StepReport {
  std::string name;
  ProofResult result;
  std::vector<PlantedReport> planted;

  /// The check holds and each planted error is caught.
  [[nodiscard]] bool holds() const;
};

/// What became of a proof, step by step.
struct ProofReport {
  std::string id;
  std::vector<StepReport> steps;

  [[nodiscard]] bool holds() const;
  /// One sentence: "3 steps hold, 1 of them in general, 4 planted errors caught", or the first that
  /// fails and why.
  [[nodiscard]] std::string summary() const;
};

/// Runs every step and every planted error. A step whose `uses` include one that does not hold
/// does not hold either, nor does one whose check throws, with the exception's text, and a planted
/// error whose check throws counts as not caught: it must be found wrong, not crash.
///
/// Each check draws from a stream of its own, keyed by the suite seed, the proof and the step; a
/// planted error draws the same instances as the step that it alters.
ProofReport run_proof(const Proof& proof, std::uint64_t suite_seed);

/// All proofs of a program.
class ProofRegistry {
 public:
  /// Checks (see `validate`) and keeps the proof. Throws std::invalid_argument if it is not valid
  /// or its id is taken.
  void add(Proof proof);

  /// In the order of their ids.
  [[nodiscard]] std::vector<const Proof*> proofs() const;
  /// Null if there is none of that id.
  [[nodiscard]] const Proof* find(std::string_view id) const;

 private:
  std::deque<Proof> proofs_;
};

/// The registry that `RegisteredProof` adds to.
ProofRegistry& proof_registry();

class Registry;

/// What the proofs use or support that is no proof or claim of the program, a message for each.
std::vector<std::string> unknown_links(const ProofRegistry& proofs, const Registry& claims);

/// Registers a proof before main. One that is refused is kept as a message in
/// `registration_errors` (registry.hpp).
struct RegisteredProof {
  RegisteredProof(Proof proof) noexcept;  // NOLINT(google-explicit-constructor): a definition
};

}  // namespace asymptest
