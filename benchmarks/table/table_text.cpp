#include "table_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "asymptest/require/require.hpp"

namespace asymptest::benchmarks {
namespace {

/// Three digits, or whole numbers from there on.
std::string digits(double value) {
  return std::abs(value) >= 100 ? fmt::format("{:.0f}", value) : fmt::format("{:#.3g}", value);
}

std::string in_form(Form form, double value) {
  if (form == Form::share) return fmt::format("{:.0f} %", 100 * value);
  return digits(value) + (form == Form::times ? " ×" : "");
}

std::string row_of(const Figure& figure, double value) {
  std::string met = "";
  if (std::isnan(value)) {
    met = "not measured";
  } else if (figure.target) {
    met = figure.meets(value) ? "yes" : figure.bound.empty() ? "no" : "no: " + figure.bound;
  }
  return fmt::format("| {} | {} | {} | {} |\n", figure.instrument, shown(figure, value),
                     shown_target(figure), met);
}

}  // namespace

std::string shown(const Figure& figure, double value) {
  if (std::isnan(value)) return "–";
  return in_form(figure.form, value) + (figure.unit.empty() ? "" : " " + figure.unit);
}

std::string shown_target(const Figure& figure) {
  if (!figure.target) return "";
  const double value = figure.target->value;
  const std::string number =
      figure.form == Form::share ? fmt::format("{:g} %", 100 * value)
      : figure.form == Form::times
          ? fmt::format("{:.3g} ×", value)
          : fmt::format("{:g}{}{}", value, figure.unit.empty() ? "" : " ", figure.unit);
  return (figure.target->at_least ? "≥ " : "≤ ") + number;
}

std::string table_head() { return "| | measured | target | met |\n| --- | --- | --- | --- |\n"; }

std::string table_rows(const Group& group, const BestValues& best) {
  std::string text = fmt::format("| **{}** | | | |\n", group.name);
  for (const Figure& figure : group.figures) text += row_of(figure, figure.value(best));
  return text;
}

std::string growth_table(const std::vector<GrowthFound>& found) {
  std::string text =
      "| | time grows as | 95 % interval | operations counted |\n| --- | --- | --- | --- |\n";
  for (const GrowthFound& one : found) {
    const Growth& growth = *one.growth;
    text += fmt::format("| {} | {}^{:.2f} | {:.2f} … {:.2f} | {} |\n", growth.instrument,
                        growth.size.starts_with("arg") ? "size" : growth.size, one.exponent,
                        one.lower, one.upper, growth.operations);
  }
  return text;
}

std::string with_part(const std::string& page, const std::string& part) {
  const std::string begin = begin_mark, end = end_mark;
  const auto from = page.find(begin), to = page.find(end);
  if (from == std::string::npos && to == std::string::npos) return page + begin + part + end;
  require(from != std::string::npos && to != std::string::npos && from < to,
          "the page has one mark without the other, expected '{}' before '{}'",
          begin.substr(0, begin.size() - 1), end.substr(0, end.size() - 1));
  return page.substr(0, from + begin.size()) + part + page.substr(to);
}

}  // namespace asymptest::benchmarks
