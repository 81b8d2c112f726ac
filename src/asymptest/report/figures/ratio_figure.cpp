#include "asymptest/report/figures/ratio_figure.hpp"

#include <limits>

#include "asymptest/report/figures/one_panel.hpp"
#include "asymptest/report/text/number.hpp"

namespace asymptest::report {
namespace {

/// The trials spread far beyond the tolerance by nature, and would flatten it.
Series without_spread(Series series) {
  for (Mark& mark : series.marks) {
    mark.spread_lower = mark.spread_upper = std::numeric_limits<double>::quiet_NaN();
  }
  return series;
}

}  // namespace

Figure ratio_figure(const ClaimRecord& claim, const SubjectRecord& subject, Detail detail) {
  using Sample = LegendEntry::Sample;
  Estimate deviation{.band_lower = 0, .band_upper = 0};
  if (!subject.verdict.estimates.empty()) deviation = subject.verdict.estimates.front();
  const Range tolerance{1 + deviation.band_lower, 1 + deviation.band_upper};

  OnePanelContent content{
      .measured = claim.measured + ", over the predicted value",
      .legend = legend_of_marks(subject),
      .series = side_by_side(without_spread(ratio_series(subject, main_axis(subject))))};
  std::erase_if(content.legend, [](const LegendEntry& entry) { return entry.style == "f-spread"; });
  content.legend.push_back({Sample::line, "f-prediction", "predicted"});
  content.legend.push_back(
      {Sample::strip, "f-band", "tolerance " + band(deviation.band_lower, deviation.band_upper)});
  add_groups(content.legend, content.series);
  content.heights = extent(content.series);
  content.heights.insert(content.heights.end(), {1, tolerance.low, tolerance.high});

  OnePanel figure(claim, detail, content);
  figure.panel().draw_strip(figure.svg(), tolerance.low, tolerance.high, "f-band");
  figure.panel().draw_level(figure.svg(), 1, "f-prediction");
  draw_marks(figure.svg(), figure.panel(), content.series);
  return figure.finish();
}

}  // namespace asymptest::report
