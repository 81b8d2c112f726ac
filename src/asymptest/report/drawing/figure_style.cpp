#include <string>
#include <string_view>
#include <utility>

#include "asymptest/report/drawing/figure.hpp"

namespace asymptest::report {
namespace {

/// The looks, with the names of colours in place of colours. SVG converters know neither custom
/// properties nor dark mode, so files get fixed colours.
constexpr std::string_view sheet = R"(
.f-paper { fill: @paper; }
.f-axis { stroke: @muted; stroke-width: 1; }
.f-grid { stroke: @grid; stroke-width: 1; }
.f-tick, .f-label, .f-title { font-family: system-ui, "Helvetica Neue", Helvetica, Arial, sans-serif; fill: @ink; stroke: none; }
.f-tick { font-size: 11.5px; fill: @muted; }
.f-label { font-size: 12px; fill: @muted; }
.f-title { font-size: 12.5px; }
.f-band { fill: @prediction; fill-opacity: .13; stroke: none; }
.f-prediction { stroke: @prediction; stroke-width: 1.5; stroke-dasharray: 6 4; fill: none; }
.f-edge { stroke: @prediction; stroke-width: 1.5; fill: none; }
.f-hatch { fill: none; stroke: @prediction; stroke-width: 6; stroke-dasharray: 1 6; stroke-dashoffset: -3; stroke-opacity: .6; }
.f-rival { stroke: @bad; stroke-width: 1; stroke-dasharray: 1.5 3; fill: none; }
.f-rival-label { font: 11px system-ui, "Helvetica Neue", Helvetica, Arial, sans-serif; fill: @bad; stroke: none; }
.f-estimate { fill: @data; fill-opacity: .16; stroke: none; }
.f-fit { stroke: @data; stroke-width: 1.5; fill: none; stroke-opacity: .75; }
.f-point { fill: @data; stroke: @paper; stroke-width: .8; }
.f-interval { stroke: @data; stroke-width: 1.5; }
.f-spread { stroke: @data; stroke-opacity: .2; stroke-width: 6; }
.f-step { fill: @paper; stroke: @muted; stroke-width: 1; }
.f-again { stroke-dasharray: 3 3; }
.f-together { fill: none; stroke: @muted; stroke-opacity: .45; stroke-width: 1; }
.f-use { stroke: @muted; stroke-width: 1; fill: none; }
.f-mark { font: bold 12px system-ui, sans-serif; fill: @good; }
.f-idle-mark { fill: @muted; }
.f-done { stroke: @good; stroke-width: 1.5; }
.f-open { stroke: @bad; stroke-width: 2; }
.f-open-mark { fill: @bad; }
.f-bound { stroke: @bad; stroke-width: 1.5; }
.f-forbidden { fill: @bad; fill-opacity: .1; stroke: none; }
)";

constexpr std::pair<std::string_view, std::string_view> colours[] = {
    {"paper", "#ffffff"}, {"muted", "#5b6470"},      {"grid", "#e8e6e1"}, {"ink", "#1d2127"},
    {"data", "#1f4e79"},  {"prediction", "#b3541e"}, {"bad", "#a3241b"},  {"good", "#27633f"}};

template <typename Colour>
std::string coloured(const Colour& colour_of) {
  std::string text(sheet);
  for (const auto& [name, colour] : colours) {
    const std::string placeholder = "@" + std::string(name);
    for (std::size_t at = text.find(placeholder); at != std::string::npos;
         at = text.find(placeholder, at)) {
      text.replace(at, placeholder.size(), colour_of(name, colour));
    }
  }
  return text;
}

}  // namespace

std::string figure_style_for_page() {
  return coloured(
      [](std::string_view name, std::string_view) { return "var(--" + std::string(name) + ")"; });
}

std::string figure_style_for_file() {
  return coloured([](std::string_view, std::string_view colour) { return std::string(colour); });
}

}  // namespace asymptest::report
