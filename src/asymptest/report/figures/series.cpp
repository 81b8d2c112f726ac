#include "asymptest/report/figures/series.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "asymptest/report/text/number.hpp"

namespace asymptest::report {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

void sort_by_x(Series& series) {
  // Marks without a place go last, so that the order is strict whatever the numbers.
  std::stable_sort(series.marks.begin(), series.marks.end(), [](const Mark& a, const Mark& b) {
    if (std::isnan(a.x) || std::isnan(b.x)) return !std::isnan(a.x);
    return a.x < b.x;
  });
}

Mark mark_of(const PointRecord& point, double x) {
  const bool spreads = point.trials > 1;
  return {.x = x,
          .y = point.summary,
          .lower = point.lower,
          .upper = point.upper,
          .spread_lower = spreads ? point.lower_decile : not_a_number,
          .spread_upper = spreads ? point.upper_decile : not_a_number,
          .fitted = point.fitted};
}

Mark scaled(Mark mark, double by) {
  for (double* value :
       {&mark.y, &mark.lower, &mark.upper, &mark.spread_lower, &mark.spread_upper, &mark.fitted}) {
    *value *= by;
  }
  return mark;
}

/// The regressor of factor `j` at a point, by the record or, for a law of the bare axis, by name.
double regressor(const SubjectRecord& subject, const PointRecord& point, std::size_t j) {
  if (j < point.regressors.size()) return point.regressors[j];
  const std::string& name = subject.law.factors[j].name;
  return point.at.has(name) ? point.at[name] : not_a_number;
}

double exponent_of(const SubjectRecord& subject, std::size_t j) {
  const FactorRecord& factor = subject.law.factors[j];
  for (const Estimate& estimate : subject.verdict.estimates) {
    if (estimate.name == factor.name && std::isfinite(estimate.estimate)) return estimate.estimate;
  }
  return factor.exponent;
}

double geometric_mean(const SubjectRecord& subject, const std::vector<PointRecord>& points,
                      std::size_t j) {
  double sum = 0;
  int n = 0;
  for (const PointRecord& point : points) {
    const double x = regressor(subject, point, j);
    if (!(x > 0) || !std::isfinite(x)) continue;
    sum += std::log(x);
    ++n;
  }
  return n > 0 ? std::exp(sum / n) : 1;
}

/// The values of the axes beside this one.
std::string values_beside(const Point& at, const std::string& axis) {
  std::string text;
  for (const Coordinate& coordinate : at.coordinates()) {
    if (coordinate.axis == axis) continue;
    text += (text.empty() ? "" : ", ") + coordinate.axis + " = " + number(coordinate.value, 4);
  }
  return text;
}

/// A mean of several marks on the scale on which slopes are taken.
struct Group {
  double u = 0, v = 0, half_width = 0;
};

double transformed(double x, bool logarithmic) { return logarithmic ? std::log(x) : x; }

Group mean_of(const std::vector<Mark>& marks, bool logarithmic) {
  Group group;
  double squares = 0;
  for (const Mark& mark : marks) {
    group.u += transformed(mark.x, logarithmic);
    group.v += std::log(mark.y);
    const double half = mark.lower > 0 ? std::log(mark.upper / mark.lower) / 2 : not_a_number;
    squares += half * half;
  }
  const auto n = static_cast<double>(marks.size());
  return {group.u / n, group.v / n, std::sqrt(squares) / n};
}

std::vector<Group> grouped(const Series& series, bool logarithmic) {
  constexpr std::size_t most_groups = 12;
  constexpr double bins = 8;
  std::map<double, std::vector<Mark>> by_x;
  for (const Mark& mark : series.marks) {
    const bool usable =
        mark.y > 0 && std::isfinite(mark.y) && std::isfinite(transformed(mark.x, logarithmic));
    if (usable) by_x[transformed(mark.x, logarithmic)].push_back(mark);
  }
  if (by_x.size() > most_groups) {
    const double first = by_x.begin()->first;
    const double width = (by_x.rbegin()->first - first) / bins;
    std::map<double, std::vector<Mark>> binned;
    for (const auto& [u, marks] : by_x) {
      auto& bin = binned[std::min(std::floor((u - first) / width), bins - 1)];
      bin.insert(bin.end(), marks.begin(), marks.end());
    }
    by_x = std::move(binned);
  }
  std::vector<Group> groups;
  for (const auto& [u, marks] : by_x) groups.push_back(mean_of(marks, logarithmic));
  return groups;
}

}  // namespace

const Estimate* find_estimate(const SubjectRecord& subject, const std::string& name) {
  const std::vector<Estimate>& all = subject.verdict.estimates;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Estimate& estimate) { return estimate.name == name; });
  if (found != all.end()) return &*found;
  return all.size() == 1 ? &all.front() : nullptr;
}

std::vector<Series> rate_series(const SubjectRecord& subject) {
  const std::size_t factors = subject.law.factors.size();
  const std::vector<PointRecord> points = judged_points(subject);
  std::vector<double> means;
  for (std::size_t j = 0; j < factors; ++j) means.push_back(geometric_mean(subject, points, j));
  std::vector<Series> result;
  for (std::size_t j = 0; j < factors; ++j) {
    Series series{.axis = subject.law.factors[j].name};
    for (const PointRecord& point : points) {
      double scale = 1;
      for (std::size_t l = 0; l < factors; ++l) {
        if (l == j) continue;
        const double relative = regressor(subject, point, l) / means[l];
        scale *= std::pow(relative, -exponent_of(subject, l));
      }
      Mark mark = scaled(mark_of(point, regressor(subject, point, j)), scale);
      // Many points share an x, and their spreads would lie on top of each other.
      if (factors > 1) mark.spread_lower = mark.spread_upper = not_a_number;
      series.marks.push_back(mark);
    }
    sort_by_x(series);
    result.push_back(std::move(series));
  }
  return result;
}

void put_into_groups(Series& series, const std::vector<PointRecord>& points) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::string name = values_beside(points[i].at, series.axis);
    const auto known = std::find(series.groups.begin(), series.groups.end(), name);
    series.marks[i].group = static_cast<std::size_t>(known - series.groups.begin());
    if (known == series.groups.end()) series.groups.push_back(name);
  }
  if (series.groups.size() < 2) series.groups.clear();
}

Series series_along(const SubjectRecord& subject, const std::string& axis) {
  Series series{.axis = axis};
  for (const PointRecord& point : judged_points(subject)) {
    const double x = point.at.has(axis) ? point.at[axis] : not_a_number;
    series.marks.push_back(mark_of(point, x));
  }
  sort_by_x(series);
  return series;
}

Series ratio_series(const SubjectRecord& subject, const std::string& axis) {
  Series series{.axis = axis};
  const std::vector<PointRecord> points = judged_points(subject);
  for (const PointRecord& point : points) {
    const double x = point.at.has(axis) ? point.at[axis] : not_a_number;
    series.marks.push_back(scaled(mark_of(point, x), 1 / point.predicted));
  }
  put_into_groups(series, points);
  sort_by_x(series);
  return series;
}

std::string main_axis(const SubjectRecord& subject) {
  std::string best;
  std::size_t most = 0;
  const std::vector<PointRecord> points = judged_points(subject);
  if (points.empty()) return best;
  for (const Coordinate& coordinate : points.front().at.coordinates()) {
    std::set<double> sizes;
    for (const PointRecord& point : points) {
      if (point.at.has(coordinate.axis)) sizes.insert(point.at[coordinate.axis]);
    }
    if (sizes.size() > most) {
      most = sizes.size();
      best = coordinate.axis;
    }
  }
  return best;
}

std::vector<LocalSlope> local_slopes(const Series& series, bool logarithmic) {
  const std::vector<Group> groups = grouped(series, logarithmic);
  std::vector<LocalSlope> slopes;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    const Group& a = groups[i - 1];
    const Group& b = groups[i];
    const double step = b.u - a.u;
    if (!(step > 0)) continue;
    const double middle = (a.u + b.u) / 2;
    const double slope = (b.v - a.v) / step;
    const double error = std::hypot(a.half_width, b.half_width) / step;
    slopes.push_back(
        {logarithmic ? std::exp(middle) : middle, slope, slope - error, slope + error});
  }
  return slopes;
}

}  // namespace asymptest::report
