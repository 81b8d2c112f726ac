#include "asymptest/report/step_graph.hpp"

#include <algorithm>
#include <map>

#include "asymptest/report/legend.hpp"
#include "asymptest/report/svg.hpp"

namespace asymptest::report {
namespace {

constexpr double box_height = 28, row_gap = 12, column_gap = 44, margin = 10;
constexpr double font_size = 12, padding = 12, mark_width = 16;

/// Where a step stands in the graph.
struct Place {
  std::size_t column = 0, row = 0;
};

using Places = std::map<std::string, Place>;

Places places_of(const ProofRecord& proof, std::vector<std::size_t>& rows) {
  Places places;
  for (const StepRecord& step : proof.steps) {
    std::size_t column = 0;
    for (const std::string& used : step.uses) {
      const auto found = places.find(used);
      if (found != places.end()) column = std::max(column, found->second.column + 1);
    }
    if (column >= rows.size()) rows.resize(column + 1, 0);
    places[step.name] = {column, rows[column]++};
  }
  return places;
}

double box_width(const ProofRecord& proof) {
  double widest = 0;
  for (const StepRecord& step : proof.steps) {
    widest = std::max(widest, text_width(step.name, font_size));
  }
  return widest + mark_width + 2 * padding;
}

Rectangle box_at(const Place& place, double width) {
  return {margin + static_cast<double>(place.column) * (width + column_gap),
          margin + static_cast<double>(place.row) * (box_height + row_gap), width, box_height};
}

/// A straight line between neighbouring columns; one that skips a column runs below its own row, so
/// that no box hides it.
void draw_use(Svg& svg, const Rectangle& from, const Rectangle& to, bool skips) {
  const Pixel start{from.right(), from.top + box_height / 2};
  const Pixel end{to.left, to.top + box_height / 2};
  if (!skips) {
    svg.line(start, end, "f-use");
    return;
  }
  const double below = std::max(from.bottom(), to.bottom()) + row_gap / 2;
  const std::vector<Pixel> around{
      start, {start.x + column_gap / 2, below}, {end.x - column_gap / 2, below}, end};
  svg.path(around, "f-use");
}

void draw_step(Svg& svg, const Rectangle& box, const StepRecord& step) {
  svg.rectangle(box, step.proved ? "f-step" : "f-step f-open");
  svg.text({box.left + padding, box.top + 18}, step.proved ? "f-mark" : "f-mark f-open-mark",
           Anchor::start, step.proved ? "✓" : "✗");
  svg.text({box.left + padding + mark_width, box.top + 18}, "f-title", Anchor::start, step.name);
}

}  // namespace

Figure step_graph(const ProofRecord& proof) {
  std::vector<std::size_t> rows;
  const Places places = places_of(proof, rows);
  const double width = box_width(proof);
  Svg svg;
  for (const StepRecord& step : proof.steps) {
    const Rectangle to = box_at(places.at(step.name), width);
    for (const std::string& used : step.uses) {
      const auto found = places.find(used);
      if (found == places.end() || found->second.column >= places.at(step.name).column) continue;
      const bool skips = places.at(step.name).column - found->second.column > 1;
      draw_use(svg, box_at(found->second, width), to, skips);
    }
  }
  for (const StepRecord& step : proof.steps) {
    draw_step(svg, box_at(places.at(step.name), width), step);
  }
  const std::size_t tallest = rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end());
  return {
      .width = 2 * margin + static_cast<double>(rows.size()) * (width + column_gap) - column_gap,
      .height = 2 * margin + static_cast<double>(tallest) * (box_height + row_gap) - row_gap,
      .elements = svg.elements(),
      .title = "Steps of the proof: " + proof.title,
      .description = proof.status_reason};
}

}  // namespace asymptest::report
