#include "asymptest/check/rows/published.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "asymptest/check/rows/check_table.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest::cli {
namespace {

/// Degrees of freedom of an error that is taken as known.
constexpr double degrees_if_known = 1e9;

/// The columns of published means, row by row.
class PublishedRows {
 public:
  PublishedRows(const CheckRequest& request, const NumericTable& table)
      : request_(request), table_(table), names_(columns_of(request)) {}

  PointStatistic read(std::size_t row) {
    row_ = row;
    PointStatistic point{.at = next_point(), .trials = 1};
    const double mean = positive(axes());
    point.log_value = std::log(mean);
    point.error = request_.errors.standard_error ? positive(axes() + 1) / mean : half_width(mean);
    if (request_.errors.trials) {
      const double count = table_.columns.back()[row_];
      if (!(count >= 2)) refuse(names_.size() - 1, "2 at least");
      point.trials = static_cast<std::size_t>(count);
    }
    return point;
  }

 private:
  [[nodiscard]] std::size_t axes() const { return request_.sizes.size(); }

  Point next_point() {
    std::vector<Coordinate> coordinates;
    for (std::size_t i = 0; i < axes(); ++i) {
      coordinates.push_back({request_.sizes[i], table_.columns[i][row_]});
    }
    Point at(std::move(coordinates));
    if (!seen_.insert(at.key()).second) {
      throw InputError(fmt::format(
          "{}, {} {}: {} again, expected one row a size where errors are given",
          name_of_input(request_.file), table_.place_word, table_.lines[row_], at.key()));
    }
    return at;
  }

  double positive(std::size_t column) {
    if (!(table_.columns[column][row_] > 0)) refuse(column, "a positive number");
    return table_.columns[column][row_];
  }

  /// The error of the logarithm that an interval's half width stands for.
  double half_width(double mean) {
    const std::size_t lower = axes() + 1, upper = axes() + 2;
    const double low = table_.columns[lower][row_], high = table_.columns[upper][row_];
    if (!(low <= mean)) refuse(lower, fmt::format("the mean, {}, at most", mean));
    if (!(high >= mean)) refuse(upper, fmt::format("the mean, {}, at least", mean));
    if (!(low < high)) refuse(upper, "more than the lower end");
    const double quantile = two_sided_quantile(1 - request_.errors.confidence, infinity);
    const double width = low > 0 ? std::log(high / low) : (high - low) / mean;
    return width / (2 * quantile);
  }

  [[noreturn]] void refuse(std::size_t column, const std::string& expected) {
    refuse_number(request_, table_, row_, names_[column], table_.columns[column][row_], expected);
  }

  const CheckRequest& request_;
  const NumericTable& table_;
  std::vector<std::string> names_;
  std::size_t row_ = 0;
  std::set<std::string> seen_;
};

}  // namespace

Statistics published(const CheckRequest& request, const NumericTable& table) {
  Statistics statistics{{}, true, 0};
  PublishedRows rows(request, table);
  for (std::size_t row = 0; row < table.lines.size(); ++row) {
    statistics.points.push_back(rows.read(row));
    statistics.degrees += static_cast<double>(statistics.points.back().trials) - 1;
  }
  if (!request.errors.trials) statistics.degrees = degrees_if_known;
  return statistics;
}

}  // namespace asymptest::cli
