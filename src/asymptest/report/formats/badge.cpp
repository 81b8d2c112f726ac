#include "asymptest/report/formats/badge.hpp"

#include <fmt/format.h>

#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {

std::string badge(const Record& record) {
  const Tally claims = claims_tally(record), controls = controls_tally(record);
  const int measured = claims.all - claims.unmeasured;
  const bool all_as_declared =
      claims.expected == measured && controls.expected == controls.all - controls.unmeasured;
  const char* colour = measured == 0 ? "#5b6470" : all_as_declared ? "#27633f" : "#a3241b";
  const std::string words =
      measured == 0 ? "not measured" : fmt::format("{} of {}", claims.expected, measured);
  constexpr int left = 48, letter = 7, margin = 16;
  const int right = letter * static_cast<int>(words.size()) + margin, width = left + right;
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"20\" role=\"img\" "
      "aria-label=\"claims as declared: {3}\">"
      "<title>claims as declared: {3}</title>"
      "<rect width=\"{0}\" height=\"20\" rx=\"3\" fill=\"#3b4149\"/>"
      "<path d=\"M{1} 0h{4}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H{1}z\" fill=\"{2}\"/>"
      "<g fill=\"#fff\" text-anchor=\"middle\" font-family=\"Verdana,DejaVu Sans,sans-serif\" "
      "font-size=\"11\"><text x=\"24\" y=\"14\">claims</text><text x=\"{5}\" y=\"14\">{3}</text>"
      "</g></svg>\n",
      width, left, colour, words, right - 3, left + right / 2);
}

}  // namespace asymptest::report
