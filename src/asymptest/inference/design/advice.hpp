#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// What more there could be of a design.
struct Remedy {
  double times = 1;    ///< as many trials at each size
  double reach = 1;    ///< the sweep goes on to a size so many times nearer to the law's limit
  bool finer = false;  ///< a size between each two
};

/// What would decide a power law that its data leave open.
struct Advice {
  std::optional<Remedy> trials, sizes;  ///< the least of its kind that would by itself
  std::optional<Remedy> both;           ///< where neither does
  /// Whether that holds only if the quantity has no logarithm that the law doesn't speak of.
  bool unless_logarithm = false;
  /// Whether the region has no end, so that no band decides.
  bool without_end = false;
  /// Whether nothing but rounding is left beside the law, so that trials repeat themselves.
  bool of_exact_numbers = false;
  /// Whether so few trials carry the means that nothing tells how many it takes.
  bool rests_on_few = false;

  [[nodiscard]] bool has_remedy() const { return trials || sizes || both; }
};

/// Tries larger designs, the cheapest first: a law is drawn on each, with a quarter more noise than
/// the given one has and its trials (beyond its sizes those of its last), and a design is taken if
/// 15 of 16 such data sets are decided. The law is the one fitted with the predicted exponent,
/// where the data allow that, else with the estimate. The draws are the same each time.
///
/// Nothing where no law fits, for fewer than six sizes without repetitions, and of several factors
/// or of a period. Throws as `decide_power_law`.
std::optional<Advice> advise(const Prediction& prediction, const Statistics& statistics,
                             double alpha);

/// "16 times as many trials at each size, or sizes to 16384, would decide".
std::string describe(const Advice& advice, const Prediction& prediction,
                     const Statistics& statistics);

/// Summaries of the design that a remedy makes, drawn around a law; `residual_spread` is that of a
/// trial where the trials themselves don't tell it.
Statistics drawn_after(const Remedy& remedy, const Factor& factor, const Statistics& statistics,
                       const LogLaw& law, double residual_spread, std::uint64_t replication);

}  // namespace asymptest
