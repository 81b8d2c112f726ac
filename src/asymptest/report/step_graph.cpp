#include "asymptest/report/step_graph.hpp"

#include <algorithm>
#include <map>

#include "asymptest/report/legend.hpp"
#include "asymptest/report/svg.hpp"

namespace asymptest::report {
namespace {

constexpr double box_height = 28, row_gap = 12, column_gap = 44, margin = 6;
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
      const Rectangle from = box_at(found->second, width);
      svg.line({from.right(), from.top + box_height / 2}, {to.left, to.top + box_height / 2},
               "f-use");
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
