#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/record.hpp"

namespace asymptest::cli {

enum class Only { everything, claims, controls };

/// Throws std::invalid_argument unless the text is "claim" or "controls".
Only parse_only(const std::string& text);

/// The claims and controls that a command is asked about.
class Selection {
 public:
  /// Throws NothingMatches (filter.hpp) if a filter matches nothing, or if nothing is left.
  Selection(std::span<const Subject> suite, std::span<const std::string> filters, Only only);

  [[nodiscard]] bool contains(const std::string& name) const { return names_.count(name) != 0; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  /// The part of a record that is about the selected ones.
  [[nodiscard]] Record part_of(const Record& record) const;

 private:
  std::set<std::string> names_;
};

}  // namespace asymptest::cli
