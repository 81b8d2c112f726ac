#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "asymptest/claim/point.hpp"

namespace asymptest {

/// What of the trials at a design point the law speaks of.
enum class Summary { mean, median, geometric_mean };

enum class Relation { theta, at_most, at_least };

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

/// Q ≍, ≲ or ≳ ∏ xᵢ^aᵢ.
struct PowerLaw {
  Relation relation = Relation::theta;
  std::vector<Factor> factors;
  bool up_to_logs = false;  ///< the law holds up to a power of log x
  std::optional<Correction> correction;
  std::optional<double> period;  ///< Q(m·x)/Q(x) → m^a for this m alone, see `with_period`
  Summary summary = Summary::mean;
};

/// Q ≤ C·e^(−r·t) with r ≥ `rate` along one axis.
struct ExponentialDecay {
  std::string axis;
  double rate = 0;
  Summary summary = Summary::mean;
};

/// Q = curve(x), to within the relative tolerance `band` of the prediction.
struct ValueLaw {
  std::function<double(const Point&)> curve;
  Summary summary = Summary::mean;
};

/// Q ≥ lower and Q ≤ upper in every trial, or with a chance of 1 − `chance` at each design point
/// where that is what the theory says. `rounding` widens the bounds by the rounding error of the
/// measurement itself. The band is the chance of a violation, beyond `chance`, that enough trials
/// must exclude for the law to be supported; no band excuses a violation of a law that says every.
struct Always {
  std::optional<double> lower, upper;
  double rounding = 0;
  double chance = 0;
};

/// How Q runs along one axis, the others fixed.
struct Shape {
  enum class Kind { increasing, decreasing, peak, valley, descents };
  Kind kind = Kind::decreasing;
  std::string axis;
  double location = 0;  ///< of the peak or valley; `band` is its relative tolerance
  int count = 0;        ///< of descents
  Summary summary = Summary::mean;
};

/// A rate that competing explanations predict and that the band has to exclude.
struct Rival {
  double value = 0;
  std::string name;
};

/// What the theory says of the measurement. Built by `theta`, `at_most`, … and refined by chaining:
///
///     theta({{"N", -1.0 / 3}}).within(0.03).rival(-0.25).because("half the gap to …")
class Prediction {
 public:
  using Kind = std::variant<PowerLaw, ExponentialDecay, ValueLaw, Always, Shape>;

  explicit Prediction(Kind kind);
  // Copied and destroyed in every claim's file: compiled once, in the source.
  Prediction(const Prediction& other);
  Prediction(Prediction&& other) noexcept;
  Prediction& operator=(const Prediction& other);
  Prediction& operator=(Prediction&& other) noexcept;
  ~Prediction();

  /// Half the width of the band: of the exponent (power law), relative (value, peak, decay rate),
  /// or the chance of a violation that the trials must exclude (always). Throws
  /// std::invalid_argument unless it is positive.
  Prediction& within(double band);
  Prediction& rival(double value, std::string name = "");
  Prediction& because(std::string reason);
  Prediction& up_to_logs();
  Prediction& corrected_by(double exponent, std::string source);
  /// The law of one factor holds up to a function of log x with period log `ratio` (a fractal's
  /// scale), as Q = x^a·P(log x): the exponent is then taken over whole periods. At least two sizes
  /// must be a power of the ratio apart; the more periods a phase has, the better. Sizes must be
  /// exact multiples, 81·3^j and 140·3^j: sizes alone in their phase tell nothing.
  /// Throws std::invalid_argument unless `ratio` is finite and > 1, and for several factors.
  Prediction& with_period(double ratio);
  /// The limit that the law speaks of: of every factor, or of the one named.
  /// Throws std::invalid_argument for what is no power law or has no such factor.
  Prediction& towards(Towards limit);
  Prediction& towards(Towards limit, std::string_view factor);
  Prediction& of(Summary summary);
  /// The chance with which the theory lets the bound of an `always` fail. Throws
  /// std::invalid_argument unless 0 <= chance < 1.
  Prediction& but_for_chance(double chance);

  [[nodiscard]] const Kind& kind() const { return kind_; }
  [[nodiscard]] double band() const { return band_; }
  [[nodiscard]] const std::vector<Rival>& rivals() const { return rivals_; }
  [[nodiscard]] const std::string& reason() const { return reason_; }
  /// "theta N^-0.333, band 0.03": for people, and a part of the claim's digest.
  [[nodiscard]] std::string describe() const;

 private:
  PowerLaw& power_law(std::string_view method);

  Kind kind_;
  double band_ = 0;
  std::vector<Rival> rivals_;
  std::string reason_;
};

Prediction theta(std::vector<Factor> factors);
Prediction at_most(std::vector<Factor> factors);
Prediction at_least(std::vector<Factor> factors);
Prediction decays(std::string axis, double rate);
Prediction equals(std::function<double(const Point&)> curve);
Prediction always_at_least(double lower, double rounding = 0);
Prediction always_at_most(double upper, double rounding = 0);
Prediction has_shape(Shape shape);

}  // namespace asymptest
