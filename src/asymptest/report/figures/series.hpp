#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "asymptest/record/record.hpp"

/// The numbers of a record in the coordinates of a figure.
namespace asymptest::report {

/// One design point on a figure. What is unknown is NaN.
struct Mark {
  double x = 0, y = 0;
  double lower = 0, upper = 0;                ///< 95 % interval of y
  double spread_lower = 0, spread_upper = 0;  ///< first and last decile of the trials
  double fitted = 0;
  std::size_t group = 0;  ///< of the series' groups, if it has any
};

/// What a panel shows over one axis.
struct Series {
  std::string axis;  ///< the name of x
  std::vector<Mark> marks;
  std::vector<std::string> groups;  ///< "d = 2": the other axes' values, if there are several
};

/// Puts the marks of these points, in their order, into groups by the other axes' values.
void put_into_groups(Series& series, const std::vector<PointRecord>& points);

/// The measurements of a power law against each of its factors. With several factors, the others
/// are divided out at their estimated exponents, relative to their geometric means (partial
/// residuals on a logarithmic scale), so that the slope of each series is its own exponent. Marks
/// are in increasing order of x.
std::vector<Series> rate_series(const SubjectRecord& subject);

/// The measurements along one axis of the sweep, in increasing order of x.
Series series_along(const SubjectRecord& subject, const std::string& axis);

/// The same measurements divided by a value law's curve.
Series ratio_series(const SubjectRecord& subject, const std::string& axis);

/// The axis of the sweep with the most different sizes; empty if nothing was measured.
std::string main_axis(const SubjectRecord& subject);

/// The estimate of this name, else the only one; null if there is none.
const Estimate* find_estimate(const SubjectRecord& subject, const std::string& name);

/// The slope between neighbours of a series.
struct LocalSlope {
  double x = 0;                            ///< between the two
  double slope = 0, lower = 0, upper = 0;  ///< with its 95 % interval; NaN if unknown
};

/// d ln y / d ln x between neighbouring sizes (d ln y / d x where `logarithmic` is false), the
/// intervals from those of the marks. Marks of equal x are averaged first, and where there are
/// more than a dozen different x, those of a bin are.
std::vector<LocalSlope> local_slopes(const Series& series, bool logarithmic);

}  // namespace asymptest::report
