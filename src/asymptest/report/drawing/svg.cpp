#include "asymptest/report/drawing/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "asymptest/report/text/escape.hpp"

namespace asymptest::report {
namespace {

bool drawable(Pixel at) { return std::isfinite(at.x) && std::isfinite(at.y); }

bool drawable(std::span<const Pixel> points) {
  return std::all_of(points.begin(), points.end(), [](Pixel at) { return drawable(at); });
}

bool drawable(const Rectangle& box) {
  return drawable(Pixel{box.left, box.top}) && drawable(Pixel{box.width, box.height}) &&
         box.width >= 0 && box.height >= 0;
}

std::string pair(Pixel at) { return coordinate(at.x) + ',' + coordinate(at.y); }

std::string box_attributes(const Rectangle& box) {
  return fmt::format(R"(x="{}" y="{}" width="{}" height="{}")", coordinate(box.left),
                     coordinate(box.top), coordinate(box.width), coordinate(box.height));
}

}  // namespace

std::string coordinate(double value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

void Svg::line(Pixel from, Pixel to, std::string_view style) {
  if (!drawable(from) || !drawable(to)) return;
  auto lines = std::find_if(lines_.begin(), lines_.end(),
                            [&](const Lines& one) { return one.style == style; });
  if (lines == lines_.end()) lines = lines_.insert(lines_.end(), Lines{std::string(style), ""});
  const std::string x = coordinate(to.x), y = coordinate(to.y);
  lines->data += 'M' + pair(from);
  lines->data += y == coordinate(from.y)   ? 'H' + x
                 : x == coordinate(from.x) ? 'V' + y
                                           : 'L' + x + ',' + y;
}

std::string Svg::lines() const {
  std::string text;
  for (const Lines& one : lines_) {
    text += fmt::format("<path class=\"{}\" d=\"{}\"/>\n", one.style, one.data);
  }
  return text;
}

std::string& Svg::above_lines() {
  if (!group_.empty()) elements_ += "</g>\n";
  group_.clear();
  elements_ += lines();
  lines_.clear();
  return elements_;
}

std::string& Svg::in_group(const std::string& attributes) {
  if (group_ == attributes) return elements_;
  if (!group_.empty()) elements_ += "</g>\n";
  elements_ += fmt::format("<g {}>\n", attributes);
  group_ = attributes;
  return elements_;
}

std::string Svg::elements() const { return elements_ + (group_.empty() ? "" : "</g>\n") + lines(); }

void Svg::path(std::span<const Pixel> points, std::string_view style) {
  std::string data;
  bool pen_down = false;
  for (const Pixel& at : points) {
    if (drawable(at)) data += (pen_down ? 'L' : 'M') + pair(at);
    pen_down = drawable(at);
  }
  if (data.find('L') == std::string::npos) return;
  above_lines() += fmt::format("<path class=\"{}\" d=\"{}\"/>\n", style, data);
}

void Svg::curve(std::span<const Pixel> points, std::string_view style) {
  if (points.size() < 4 || points.size() % 3 != 1 || !drawable(points)) return;
  std::string data = 'M' + pair(points[0]) + 'C';
  for (std::size_t i = 1; i < points.size(); ++i) data += (i == 1 ? "" : " ") + pair(points[i]);
  above_lines() += fmt::format("<path class=\"{}\" d=\"{}\"/>\n", style, data);
}

void Svg::polygon(std::span<const Pixel> points, std::string_view style) {
  if (points.size() < 3 || !drawable(points)) return;
  std::string data;
  for (const Pixel& at : points) data += (data.empty() ? "" : " ") + pair(at);
  above_lines() += fmt::format("<polygon class=\"{}\" points=\"{}\"/>\n", style, data);
}

void Svg::circle(Pixel centre, double radius, std::string_view style) {
  if (!drawable(centre)) return;
  if (!lines_.empty()) above_lines();
  in_group(fmt::format("class=\"{}\"", style)) +=
      fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", coordinate(centre.x),
                  coordinate(centre.y), coordinate(radius));
}

void Svg::rectangle(const Rectangle& box, std::string_view style) {
  if (!drawable(box)) return;
  above_lines() += fmt::format("<rect class=\"{}\" {}/>\n", style, box_attributes(box));
}

void Svg::text(Pixel at, std::string_view style, Anchor anchor, std::string_view words) {
  if (!drawable(at)) return;
  constexpr std::string_view anchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
  in_group(fmt::format("class=\"{}\"{}", style, anchors[static_cast<int>(anchor)])) += fmt::format(
      "<text x=\"{}\" y=\"{}\">{}</text>\n", coordinate(at.x), coordinate(at.y), markup(words));
}

void Svg::begin_link(std::string_view place) {
  above_lines() += fmt::format("<a href=\"#{}\">\n", markup(place));
}

void Svg::end_link() { above_lines() += "</a>\n"; }

void Svg::begin_clip(const Rectangle& box) {
  // A nested drawing clips without an id, and ids would clash where a page holds many drawings.
  above_lines() +=
      fmt::format("<svg {} viewBox=\"{} {} {} {}\">\n", box_attributes(box), coordinate(box.left),
                  coordinate(box.top), coordinate(box.width), coordinate(box.height));
}

void Svg::end_clip() { above_lines() += "</svg>\n"; }

}  // namespace asymptest::report
