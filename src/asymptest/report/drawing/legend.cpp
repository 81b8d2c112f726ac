#include "asymptest/report/drawing/legend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace asymptest::report {
namespace {

constexpr double row_height = 17;
constexpr double legend_font_size = 11.5;
constexpr double sample_width = 20, sample_height = 14;
constexpr double gap = 18;
/// Mean width of a character of a sans-serif font, in units of its size: 0.5 for running English,
/// and a margin.
constexpr double character_width = 0.54;

void draw_sample(Svg& svg, Pixel middle, const LegendEntry& entry) {
  using Sample = LegendEntry::Sample;
  const double half = sample_width / 2;
  switch (entry.sample) {
    case Sample::point:
      svg.line({middle.x, middle.y - 6}, {middle.x, middle.y + 6}, "f-interval");
      svg.circle(middle, 3, entry.style);
      break;
    case Sample::line:
      svg.line({middle.x - half, middle.y}, {middle.x + half, middle.y}, entry.style);
      break;
    case Sample::bar:
      svg.line({middle.x, middle.y - 6}, {middle.x, middle.y + 6}, entry.style);
      break;
    case Sample::strip:
      svg.rectangle({middle.x - half, middle.y - 5, sample_width, 10}, entry.style);
      break;
  }
}

}  // namespace

std::string sample_element(const LegendEntry& entry) {
  Svg svg;
  draw_sample(svg, {sample_width / 2, sample_height / 2}, entry);
  return fmt::format(R"(<svg class="sample" width="{}" height="{}" aria-hidden="true">{}</svg>)",
                     sample_width, sample_height, svg.elements());
}

double text_width(std::string_view words, double size) {
  const auto characters = std::count_if(words.begin(), words.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // not a continuation byte
  });
  return static_cast<double>(characters) * character_width * size;
}

std::vector<std::string> wrapped(std::string_view words, double width, double size) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(words)};
  for (std::string word; in >> word;) {
    const bool fits = !lines.empty() && text_width(lines.back() + ' ' + word, size) <= width;
    if (fits) {
      lines.back() += ' ' + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

double draw_legend(Svg& svg, Pixel at, double width, const std::vector<LegendEntry>& entries) {
  if (entries.empty()) return 0;
  Pixel pen = at;
  for (const LegendEntry& entry : entries) {
    const double needed = sample_width + 6 + text_width(entry.words, legend_font_size);
    if (pen.x > at.x && pen.x + needed > at.x + width) pen = {at.x, pen.y + row_height};
    draw_sample(svg, {pen.x + sample_width / 2, pen.y + row_height / 2}, entry);
    svg.text({pen.x + sample_width + 6, pen.y + row_height / 2 + 4}, "f-tick", Anchor::start,
             entry.words);
    pen.x += needed + gap;
  }
  return pen.y + row_height - at.y;
}

}  // namespace asymptest::report
