#include "asymptest/check/rows/evidence_of.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

#include "asymptest/check/rows/blocks.hpp"
#include "asymptest/check/rows/bounded_median.hpp"
#include "asymptest/check/rows/check_table.hpp"
#include "asymptest/check/rows/proportions.hpp"
#include "asymptest/check/rows/published.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"

namespace asymptest::cli {
namespace {

/// Below four sizes an exponent can't be told from a finite-size correction.
constexpr std::size_t fewest_sizes_of_law = 4;

/// The columns whose logarithm is taken row by row, by position; of the mean and the median it is
/// that of the summary, which `summarise` sees to.
std::vector<std::size_t> logarithmic_columns(const CheckRequest& request,
                                             const Prediction& prediction) {
  std::vector<std::size_t> positions;
  if (const auto* law = std::get_if<PowerLaw>(&prediction.kind())) {
    for (std::size_t i = 0; i < request.sizes.size(); ++i) {
      for (const Factor& factor : law->factors) {
        if (factor.name == request.sizes[i]) positions.push_back(i);
      }
    }
  }
  if (request.summary == Summary::geometric_mean) positions.push_back(request.sizes.size());
  return positions;
}

void require_positive(const CheckRequest& request, const Prediction& prediction,
                      const NumericTable& table) {
  const auto names = columns_of(request);
  const auto positions = logarithmic_columns(request, prediction);
  for (std::size_t row = 0; row < table.lines.size(); ++row) {
    for (const std::size_t i : positions) {
      if (table.columns[i][row] > 0) continue;
      refuse_number(request, table, row, names[i], table.columns[i][row],
                    "a positive number (its logarithm is taken)");
    }
  }
}

void require_sizes(const CheckRequest& request, const Prediction& prediction,
                   const NumericTable& table) {
  if (!std::holds_alternative<PowerLaw>(prediction.kind())) return;
  for (std::size_t i = 0; i < request.sizes.size(); ++i) {
    std::vector<double> sizes = table.columns[i];
    std::sort(sizes.begin(), sizes.end());
    sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
    if (sizes.size() >= fewest_sizes_of_law) continue;
    throw InputError(fmt::format("{}: column {} has {} different {} ({}), expected at least {}",
                                 name_of_input(request.file), shown(request.sizes[i]), sizes.size(),
                                 sizes.size() == 1 ? "size" : "sizes", fmt::join(sizes, ", "),
                                 fewest_sizes_of_law));
  }
}

Point point_at(const CheckRequest& request, const NumericTable& table, std::size_t row) {
  std::vector<Coordinate> coordinates;
  for (std::size_t i = 0; i < request.sizes.size(); ++i) {
    coordinates.push_back({request.sizes[i], table.columns[i][row]});
  }
  return Point(std::move(coordinates));
}

}  // namespace

std::vector<PointTrials> trials_of(const CheckRequest& request, const Prediction& prediction,
                                   const NumericTable& table) {
  require_positive(request, prediction, table);
  require_sizes(request, prediction, table);
  const std::size_t axes = request.sizes.size();
  const auto compare = [&](std::size_t a, std::size_t b) {
    for (std::size_t i = 0; i < axes; ++i) {
      if (table.columns[i][a] != table.columns[i][b]) {
        return table.columns[i][a] < table.columns[i][b];
      }
    }
    return false;
  };
  std::vector<std::size_t> order(table.lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), compare);
  std::vector<PointTrials> trials;
  std::vector<std::vector<Censoring>> censoring;
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (k == 0 || compare(order[k - 1], order[k])) {
      trials.push_back({point_at(request, table, order[k]), {}});
      censoring.emplace_back();
    }
    trials.back().values.push_back(table.columns[axes][order[k]]);
    if (!table.censoring.empty()) censoring.back().push_back(table.censoring[order[k]]);
  }
  if (!table.censoring.empty()) settle_bounds(request, prediction, censoring, trials);
  return trials;
}

Evidence evidence_of(const CheckRequest& request, const Prediction& prediction,
                     const NumericTable& table) {
  require_positive(request, prediction, table);
  require_sizes(request, prediction, table);
  if (request.errors.are_given()) return {.trials = {}, .summaries = published(request, table)};
  if (!table.texts.empty()) return evidence_of_blocks(request, prediction, table);
  if (request.errors.trials) {
    const NumericTable trials = trials_of_proportions(request, table);
    return {.trials = trials_of(request, prediction, trials), .summaries = {}};
  }
  return {.trials = trials_of(request, prediction, table), .summaries = {}};
}

}  // namespace asymptest::cli
