#pragma once

#include <span>
#include <string>

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest::cli {

/// Two exponents, held against each other.
struct ExponentComparison {
  std::string column, first, second;  ///< what tells them apart, and its two texts
  std::string axis;
  ExponentRegion of_first, of_second;
  ExponentRegion difference;  ///< of the first less the second
  bool fits = true;           ///< whether the ratio of the two is a power to within the noise
  double alpha = 0;
  std::size_t common_sizes = 0;
  bool paired = false;
};

/// The exponents of the rows with either text of a column (a method, a machine), by the ratio of
/// the two at their common sizes: the ratio of two powers is a power, whose exponent is the
/// difference, and finite-size effects that both have drop out. With `request.rows.pair` the ratio
/// is that of trials of one name, in whose difference drops out what they share. `compared`:
/// "method", a column with two texts, or "method=FEM,FDM", two of more. Throws InputError as
/// `check` does, for a column with another number of texts than two, and for fewer than four common
/// sizes.
ExponentComparison compare_exponents(const CheckRequest& request, const std::string& compared);

/// Ratios of two summaries of the same points, independent of each other.
Statistics ratio_of(const Statistics& first, const Statistics& second);

/// Trials whose geometric mean is the ratio of the two means, and whose spread is that of the
/// differences (q − q̄)/q̄ of trials of one rank: the delta method.
std::vector<PointTrials> ratio_of_pairs(std::span<const PointTrials> first,
                                        std::span<const PointTrials> second, Summary summary);

/// Whether the exponents differ, and the three intervals.
std::string comparison_text(const ExponentComparison& comparison);
std::string comparison_json(const ExponentComparison& comparison);

}  // namespace asymptest::cli
