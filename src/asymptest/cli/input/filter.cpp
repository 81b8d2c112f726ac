#include "asymptest/cli/input/filter.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace asymptest::cli {
namespace {

constexpr std::size_t most_suggestions = 3;

std::string_view claim_of(std::string_view name) { return name.substr(0, name.find(':')); }

bool has_wildcard(std::string_view text) { return text.find_first_of("*?") != text.npos; }

bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

bool is_a_name(std::string_view text, std::span<const std::string> names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

/// Whether one pattern, without its sign, means this name.
bool means(std::string_view pattern, std::string_view name, std::span<const std::string> names) {
  const bool whole_name = contains(pattern, ":");
  if (has_wildcard(pattern)) {
    return matches_wildcards(pattern, whole_name ? name : claim_of(name));
  }
  if (is_a_name(pattern, names)) return whole_name ? name == pattern : claim_of(name) == pattern;
  return contains(name, pattern);
}

std::vector<std::string> patterns_of(std::span<const std::string> filters) {
  std::vector<std::string> patterns;
  for (const std::string& filter : filters) {
    std::size_t start = 0;
    while ((start = filter.find_first_not_of(", ", start)) != filter.npos) {
      const std::size_t end = std::min(filter.find_first_of(", ", start), filter.size());
      patterns.push_back(filter.substr(start, end - start));
      start = end;
    }
  }
  return patterns;
}

[[noreturn]] void refuse(std::string_view pattern, std::span<const std::string> names) {
  const auto near = near_names(pattern, names);
  std::string message = fmt::format("nothing matches '{}'", pattern);
  if (!near.empty()) message += fmt::format("; did you mean {}?", fmt::join(near, ", "));
  throw NothingMatches(message + " (`asymptest list` shows all names)");
}

/// Levenshtein's distance: insertions, deletions and substitutions of one letter.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row[b.size()];
}

/// How far a name, or its part after the topic or the colon, is from what was typed.
std::size_t distance(std::string_view typed, std::string_view name) {
  std::size_t least = edit_distance(typed, name);
  for (std::size_t at = name.find_first_of("/:"); at != name.npos;
       at = name.find_first_of("/:", at + 1)) {
    least = std::min(least, edit_distance(typed, name.substr(at + 1)));
  }
  return least;
}

}  // namespace

bool matches_wildcards(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern.front() == '*') {
    for (std::size_t skipped = 0; skipped <= text.size(); ++skipped) {
      if (matches_wildcards(pattern.substr(1), text.substr(skipped))) return true;
    }
    return false;
  }
  if (text.empty() || (pattern.front() != '?' && pattern.front() != text.front())) return false;
  return matches_wildcards(pattern.substr(1), text.substr(1));
}

std::vector<std::string> near_names(std::string_view typed, std::span<const std::string> names) {
  // Half of the letters wrong: what is farther was not meant.
  const std::size_t farthest = std::max<std::size_t>(2, typed.size() / 2);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& name : names) {
    const std::size_t far = distance(typed, name);
    if (far <= farthest) near.emplace_back(far, name);
  }
  std::sort(near.begin(), near.end());
  if (near.size() > most_suggestions) near.resize(most_suggestions);
  std::vector<std::string> result;
  for (auto& [far, name] : near) result.push_back(std::move(name));
  return result;
}

std::vector<bool> select(std::span<const std::string> filters, std::span<const std::string> names) {
  const std::vector<std::string> patterns = patterns_of(filters);
  if (patterns.empty() && !filters.empty()) {
    throw NothingMatches(fmt::format("the filter '{}' is empty, expected a name or a pattern",
                                     fmt::join(filters, " ")));
  }
  const bool only_negative =
      std::all_of(patterns.begin(), patterns.end(), [](auto& p) { return p.front() == '-'; });
  std::vector<bool> selected(names.size(), only_negative);
  for (const bool negative : {false, true}) {
    for (const std::string& pattern : patterns) {
      if ((pattern.front() == '-') != negative) continue;
      const std::string_view plain = std::string_view(pattern).substr(negative ? 1 : 0);
      bool any = false;
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (!means(plain, names[i], names)) continue;
        selected[i] = !negative;
        any = true;
      }
      if (!any) refuse(plain, names);
    }
  }
  return selected;
}

}  // namespace asymptest::cli
