#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/laws/law_record.hpp"
#include "asymptest/claim/laws/neighbour.hpp"
#include "asymptest/claim/laws/value_range.hpp"
#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// The limit of a factor that a power law speaks of: of a number of samples infinity, of a step,
/// radius or noise level zero. It decides which terms are corrections and, of `at_most` and
/// `at_least`, on which side of the exponent the band is open.
enum class Towards { infinity, zero };

/// "infinity" or "0".
std::string_view name_of(Towards limit);

/// One factor x^a of a power law. `of` is the axis transform: the exact finite-size regressor of
/// the law (p − n − 1, d + 2); empty, the axis called `name` itself.
struct Factor {
  std::string name;
  double exponent = 0;
  std::function<double(const Point&)> of;
  /// Unsaid, it is infinity if no value is below 1; else no verdict is given, for the size of a
  /// number depends on its unit.
  std::optional<Towards> towards = {};

  /// The regressor at a point. Throws std::domain_error unless it is finite and positive.
  [[nodiscard]] double at(const Point& point) const;
};

/// A finite-size correction 1 + b·x^−ω + o(x^−ω) whose ω the theory gives.
struct Correction {
  double exponent = 0;  ///< ω > 0
  std::string source;   ///< who proves it
};

/// Q ≍, ≲ or ≳ ∏ xᵢ^aᵢ; or Q − E, for an unknown constant E, of one factor; or a sum
/// A·x^a + B·y^b of two powers, beside an unknown constant or not.
struct PowerLaw {
  Relation relation = Relation::theta;
  std::vector<Factor> factors;
  bool up_to_logs = false;     ///< the law holds up to a power of log x
  bool is_sum = false;         ///< of the factors' powers, each with an amplitude of its own
  bool plus_constant = false;  ///< E + A·x^a with E unknown: a limit, or an overhead
  std::optional<Correction> correction;
  std::optional<double> period;  ///< Q(m·x)/Q(x) → m^a for this m alone, see `with_period`
  Summary summary = Summary::mean;
  ValueRange range = {};         ///< of a trial, of a bounded mean alone
  bool may_be_cost = false;      ///< of steps whose price may change by a few per cent with x
  bool may_begin_early = false;  ///< the sweep, where a correction leads
  bool paired = false;           ///< trial k at one size goes with trial k at another
  bool may_hide_terms = false;   ///< logarithms of any kind, and terms that lead
  bool no_logarithms = false;    ///< theory excludes them
};

/// "theta (N)^-0.333": for people, and a part of the claim's digest.
std::string describe(const PowerLaw& law);
/// What a verdict on it estimates: "exponent of N".
std::string quantity_of(const PowerLaw& law, std::string_view factor);
LawRecord record_of(const PowerLaw& law);
/// Each exponent moved by one and by two bands; of `at_most` and `at_least` only towards the
/// forbidden side, for the other one asks for less.
std::vector<Neighbour<PowerLaw>> neighbours_of(const PowerLaw& law, double band);
/// The factors' values, in their order. Throws as `Factor::at` does.
std::vector<double> regressors_of(const PowerLaw& law, const Point& at);

}  // namespace asymptest
