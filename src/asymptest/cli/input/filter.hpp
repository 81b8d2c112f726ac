#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace asymptest::cli {

/// A pattern that matches nothing, with near names. Nothing is measured then: a typing error must
/// not pass for success.
class NothingMatches : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Which names a person means by `asymptest run FILTER…`.
///
/// A filter is patterns separated by spaces or commas. Names are those of `Subject::name()`: a
/// claim "topic/name" or a control "topic/name:control".
///
/// - a claim's id selects the claim with its controls, a control's name just the control;
/// - any other plain text selects the claims whose id contains it, with their controls, and the
///   controls whose name contains it;
/// - `*` (any text) and `?` (any letter) as in GoogleTest; a pattern without a colon is held
///   against claims, and takes their controls along, one with a colon against whole names;
/// - a pattern that begins with `-` takes away what it matches; if all do, from everything.
///
/// Returns for each name whether it is selected; all are where there is no filter at all. Throws
/// NothingMatches for a pattern that matches no name, naming those that are near, and for filters
/// without any pattern.
std::vector<bool> select(std::span<const std::string> filters, std::span<const std::string> names);

/// Whether a pattern of `*`, `?` and plain letters matches the whole text.
bool matches_wildcards(std::string_view pattern, std::string_view text);

/// The names nearest to a mistyped one, nearest first, at most three.
std::vector<std::string> near_names(std::string_view typed, std::span<const std::string> names);

}  // namespace asymptest::cli
