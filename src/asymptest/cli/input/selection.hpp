#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/claim/proof.hpp"
#include "asymptest/claim/registry.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest::cli {

/// All that a program can decide.
struct Catalogue {
  std::vector<Subject> suite;  ///< claims and controls
  std::vector<const Proof*> proofs;
  /// Of claim files: where the subjects' claims are kept.
  std::shared_ptr<const Registry> registry = {};
};

/// What is registered in this program.
Catalogue catalogue();

enum class Only { everything, claims, controls, proofs };

/// Throws std::invalid_argument unless the text is empty, "claim", "controls" or "proofs", in the
/// singular or the plural.
Only parse_only(const std::string& text);

/// The claims, controls and proofs that a command is asked about.
class Selection {
 public:
  /// Throws NothingMatches (filter.hpp) if a filter matches nothing, or if nothing is left.
  Selection(const Catalogue& catalogue, std::span<const std::string> filters, Only only);

  /// Exactly these names.
  explicit Selection(std::span<const std::string> names) : names_(names.begin(), names.end()) {}

  [[nodiscard]] bool contains(const std::string& name) const { return names_.count(name) != 0; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  /// The part of the catalogue, or of a record, that is selected, in the same order.
  [[nodiscard]] Catalogue part_of(const Catalogue& catalogue) const;
  [[nodiscard]] Record part_of(const Record& record) const;

 private:
  std::set<std::string> names_;
};

}  // namespace asymptest::cli
