#pragma once

#include <string>
#include <vector>

#include "figure.hpp"
#include "growth.hpp"

namespace asymptest::benchmarks {

/// "83 % of the peak", "8.3 × as fast as Clp"; "–" for a number that is lacking.
std::string shown(const Figure& figure, double value);

/// "≥ 85 %", or nothing.
std::string shown_target(const Figure& figure);

/// The Markdown table of figures: measured, target, met. Its head, and a group's rows.
std::string table_head();
std::string table_rows(const Group& group, const BestValues& best);

/// The Markdown table of exponents.
std::string growth_table(const std::vector<GrowthFound>& found);

/// `page` with what stands between the lines `begin_mark` and `end_mark` replaced by `part`; a page
/// that has none gets them at its end. Throws std::invalid_argument if one stands without the
/// other.
std::string with_part(const std::string& page, const std::string& part);

inline constexpr const char* begin_mark = "<!-- Written by ./asymptest bench: begin -->\n";
inline constexpr const char* end_mark = "<!-- Written by ./asymptest bench: end -->\n";

}  // namespace asymptest::benchmarks
