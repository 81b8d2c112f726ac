#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "asymptest/claim/laws/exponential_decay.hpp"
#include "asymptest/claim/laws/inequality.hpp"
#include "asymptest/claim/laws/power_law.hpp"
#include "asymptest/claim/laws/shape.hpp"
#include "asymptest/claim/laws/value_law.hpp"
#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

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
  using Kind = std::variant<PowerLaw, ExponentialDecay, ValueLaw, Inequality, Shape>;

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
  /// The law speaks of Q − E for an unknown constant E of either sign: a limit that is approached
  /// (irreducible loss, a plateau), or an overhead from which Q grows.
  /// Throws std::invalid_argument for a product of several factors; `decide` does beside
  /// `up_to_logs`, `corrected_by` or `with_period`.
  Prediction& plus_constant();
  /// The quantity may be a cost, as of people's own data nobody knows: a growing one may then
  /// depart by a few per cent from x·log x beside a constant, as times do from one level of the
  /// memory hierarchy to the next, and is not taken for another power.
  Prediction& may_be_cost();
  /// The sweep may begin where a correction leads, up to a thousandfold, as nobody knows of
  /// people's own data: such a start is not taken for another power. A claim's sweep is chosen to
  /// begin later.
  Prediction& may_begin_early();
  /// Trial k at one size shares its factor (a seed, a data set, a machine) with trial k at each
  /// other: the errors are those of what is left without it (`summarise_pairs`), and every size has
  /// as many trials. Throws std::invalid_argument for what is no power law, and unless it is of the
  /// mean or the geometric mean; `of` does beside it.
  Prediction& paired();
  /// The law may hide what nobody looked for, as that of people's own data: a logarithm of any
  /// power and scale, terms that lead at the first sizes, a late start, another regime before the
  /// last sizes (docs/statistics.md). No verdict falls then that such a law could overturn.
  Prediction& may_hide_terms();
  /// Theory excludes a logarithm beside the power, so that none is guarded against. One that the
  /// law declares stays.
  Prediction& without_logarithms();
  Prediction& corrected_by(double exponent, std::string source);
  /// The same law, of whose finite sizes nothing is known.
  [[nodiscard]] Prediction without_correction() const;
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
  /// What of the trials the law speaks of. Throws std::invalid_argument for 'always', for a
  /// proportion of what is neither a power law of one factor nor a value, and for a bounded mean,
  /// whose range `bounded` states.
  Prediction& of(Summary summary);
  /// The law speaks of the mean of trials that can't leave [lower, upper], and is decided without
  /// any other assumption on them but that they are independent: docs/statistics-other-kinds.md.
  /// Throws std::invalid_argument unless lower < upper are finite, and as `of` does for a
  /// proportion.
  Prediction& bounded(double lower, double upper);
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
  void require_assumption_free() const;
  void require_summary_of_pairs() const;

  Kind kind_;
  double band_ = 0;
  std::vector<Rival> rivals_;
  std::string reason_;
};

Prediction theta(std::vector<Factor> factors);
/// A sum of powers of two sizes, each with an amplitude of its own: A·x^a + B·y^b, and with
/// `plus_constant` E + A·x^a + B·y^b. The band is that of each exponent. Throws
/// std::invalid_argument unless there are two.
Prediction theta_sum(std::vector<Factor> terms);
Prediction at_most(std::vector<Factor> factors);
Prediction at_least(std::vector<Factor> factors);
Prediction decays(std::string axis, double rate);
Prediction equals(std::function<double(const Point&)> curve);
Prediction always_at_least(double lower, double rounding = 0);
Prediction always_at_most(double upper, double rounding = 0);
Prediction has_shape(Shape shape);

}  // namespace asymptest
