#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace asymptest {

/// One way in which a law may differ from the pure power x^a at finite sizes:
///
///     Q(x) = x^a · Σ_k c_k·g_k(x; θ, a),  c_k ≥ 0,
///
/// with one nonlinear parameter θ. The rays g_k span the cone of what the family allows, so that
/// bounds on its amplitudes hold by construction. Sizes enter as x/x_min alone, so that nothing
/// depends on their unit: log(x/x₀) = c + log(x/x_min) with c = log(x_min/x₀).
/// docs/statistics.md gives the bounds' reasons.
struct FiniteSize {
  enum class Kind {
    correction,          ///< 1 + b·x^−ω, θ = ω
    leading_correction,  ///< the same with a b that leads at the first sizes
    slow_correction,     ///< 1 + b·x^−ω, b ≥ 0, that may lead throughout
    leading_corrections,  ///< 1 + b·x^−ω + b'·x^−κω, b, b' ≥ 0, that may both lead; θ = ω
    leading_overhead,     ///< 1 + b·x^−ω + k·x^−a, b, k ≥ 0, where a > 0; θ = ω
    saturation,           ///< 1/(1 + b·x^−ω), b ≥ 0, that may lead; θ = ω
    rising_corrections,   ///< 1 + b·x^−ω + b'·x^−κω, b > 0, |b'| term no larger; θ = ω
    falling_corrections,  ///< the same with b < 0
    logarithm,            ///< (log(16·x/x_min))^q, θ = q
    scaled_logarithm,     ///< (log(x/x₀))^q, θ = 1/(1 + c)
    late_logarithm,       ///< (log(1 + x/x₀))^q, that is a power below x₀; θ = x₀/x_min
    stretched,            ///< exp(q·√log(x/x₀)), θ = 1/(1 + c)
    growing_logarithm,    ///< (log(x/x₀))^q + k·x^−a, k ≥ 0, where a > 0; θ = 1/(1 + c)
    corrected_logarithm,  ///< (log(x/x₀))^q·(1 + b·x^−ω) + k/x, k ≥ 0; θ = 1/(1 + c)
    shift                 ///< (1 + s/x)^a, that is (x + s)^a; θ = s/x_min
  };
  Kind kind = Kind::correction;
  double lower = 0, upper = 0;  ///< range of θ
  int steps = 1;                ///< of the grid from which the search over θ starts
  double ratio = 2;             ///< κ
  double power = 1;             ///< q of a logarithm of any scale
  double omega = 1;             ///< ω beside it
  /// Whether the family takes part in the region that decides near the band's edge. All take part
  /// in the outer region, which guards against wrong verdicts.
  bool in_inner = true;
  /// By how much in misfit the family must fit better than the others before they are measured
  /// against it: more than noise makes its further parameters gain.
  double handicap = 0;
  /// By how much its misfit is taken to be larger than it is.
  double penalty = 0;
  /// Whether the family takes part only where x^a alone doesn't fit.
  bool needs_evidence = false;
  /// Whether it guards where x^a alone fits too, though only against being taken for that.
  bool guards_the_power = false;
  /// Relative deviation, beside the noise, by which each size may depart from the family's law.
  /// Such a family guards alone: the others are not measured against its misfit.
  double discrepancy = 0;
  /// How many parameters it has fewer than others: where it is true, those fit the noise better by
  /// as many degrees of freedom, and its region is widened accordingly.
  int fewer_parameters = 0;

  [[nodiscard]] std::size_t rays() const;
  /// Whether the rays depend on the exponent a, beside θ.
  [[nodiscard]] bool depends_on_exponent() const;
  /// Whether the rays are those of 1/Q, which is then what is linear in the amplitudes.
  [[nodiscard]] bool is_reciprocal() const;
  /// Whether it is a logarithm that nobody spoke of.
  [[nodiscard]] bool is_hidden_logarithm() const;
  /// Whether the law changes so slowly with θ that a grid's node stands for what is near it.
  [[nodiscard]] bool varies_slowly() const;
  /// Writes the rays, one after the other, at sizes whose logarithms are given, largest `largest`
  /// and smallest `smallest`.
  void write_rays(double theta, double exponent, std::span<const double> log_sizes, double smallest,
                  double largest, std::span<double> rays) const;
  /// "a correction x^-0.5" for the fitted θ.
  [[nodiscard]] std::string describe(double theta, const std::string& size) const;
};

/// Chance with which noise alone lets the families that need evidence take part where x^a alone is
/// true.
inline constexpr double chance_of_evidence = 0.05;
/// The same of laws that may hide terms, by χ²₂. The best of several families gains more than one
/// does, so that it is 5 % then (14 of 300 data sets of a pure law with five trials a size).
inline constexpr double chance_of_evidence_in_own_data = 0.03;

/// How the quantity changes over the sweep.
enum class Growth {
  none,
  some,          ///< it is larger at the largest size
  measured_cost  ///< like one that reads all of its input, and measured with noise
};

/// By how much, relatively, a measured cost may depart from its law beside the noise: the price of
/// a step changes by a few per cent from one level of the memory hierarchy to the next.
inline constexpr double cost_discrepancy = 0.03;

/// x^a, without any effect of finite sizes.
FiniteSize power_alone();

/// What a law may be beside what it says.
struct Unspoken {
  bool begins_early = false;  ///< a correction may lead at the first sizes of its sweep
  bool hides_terms = false;   ///< as may two, a saturation, a late start, and any logarithm
  bool logarithms = true;     ///< there may be some; theory may exclude them
};

/// The families that a law allows over sizes whose logarithms span `log_range`: all of them; or,
/// where the law declares the exponent of its correction, the corrections of that exponent; with
/// logarithms of any scale and their corrections where the law holds up to logarithms. Of a
/// quantity that grows, a logarithm may stand beside a constant, an overhead; of a measured cost a
/// few per cent beside that law too.
std::vector<FiniteSize> finite_size_families(std::optional<double> declared_omega, bool up_to_logs,
                                             Growth growth, double log_range,
                                             const Unspoken& unspoken = {});

}  // namespace asymptest
