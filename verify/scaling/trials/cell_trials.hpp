#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

// Of P cells those that hold a point of the data.

/// P = m^D cells of a lattice in the D-cube, 64 m points of a closed curve.
Trial cells_on_a_curve(int ambient_dimension);
/// The same cells, 64 m^(D−1) points of a sheet of dimension D − 1: a wave of one period along the
/// first axis, of a random phase.
Trial cells_on_a_sheet(int ambient_dimension);

/// P = m² cells, m a power of 2, of a partition that halves the 4P samples of a curve in the plane
/// along the axes in turn.
double adaptive_cells_on_a_curve(const Point& at, Stream& random);

}  // namespace asymptest::scaling
