#pragma once

#include <vector>

#include "asymptest/report/figures/panel.hpp"
#include "asymptest/report/figures/series.hpp"
#include "asymptest/report/figures/slope.hpp"

/// How predicted slopes and their bands are drawn. A band that is open on one side is the edge of
/// what is allowed, with hatching on the side that isn't.
namespace asymptest::report {

/// In a panel of measurements: the predicted slope and its band through a point in the middle of
/// the data.
void draw_cone(Svg& svg, const Panel& panel, const Series& series, const Slope& slope);

/// The panel of local slopes, with the band, the interval that decides, and the slopes of rivals.
void draw_slopes(Svg& svg, const Rectangle& area, PanelAxis x, const std::vector<LocalSlope>& local,
                 const Slope& slope, const std::vector<double>& rivals);

}  // namespace asymptest::report
