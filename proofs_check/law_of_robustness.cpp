#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>

#include "asymptest/claim/proof.hpp"
#include "rigor/algebra/quotient.hpp"
#include "rigor/arithmetic/elementary.hpp"
#include "rigor/arithmetic/rational.hpp"

// The chain for a mixture of k isoperimetric components and labels in [−1, 1]. Sample i is of the
// component ℓ_i, n_ℓ samples are of component ℓ. Write s² = cL²/d: within a component, an
// L-Lipschitz f has P(|f − E_ℓ f| ≥ t) ≤ 2 exp(−t²/(2s²)), and z = y − E[y|x] has |z| ≤ 2.
namespace asymptest::law_of_robustness_proof {
namespace {

using rigor::binomial;
using rigor::certainly_at_most;
using rigor::certainly_less;
using rigor::Interval;
using rigor::Polynomial;
using rigor::Quotient;
using rigor::Rational;

Polynomial symbol(const std::string& name) { return Polynomial::variable(name); }

// --- overfitting forces a correlation with the noise
// -------------------------------------------------

/// With scalars z, g, f for the vectors' coordinates:
///   ⟨z,f⟩ − correlation = ½[(z² − σ² + ε/6) + 2(⟨z,g⟩ + ε/6) + (g − f)² + (σ² − ε − (g + z − f)²)]
/// with correlation = ε/4: four nonnegative terms if the noise is typical and the training error is
/// at most σ² − ε.
ProofCheck overfitting(const Rational& correlation, int sign) {
  return [=](Stream&) {
    const Polynomial z = symbol("z"), g = symbol("g"), f = symbol("f");
    const Polynomial variance = symbol("σ²"), epsilon = symbol("ε");
    const Polynomial error = g + z - f;
    const Polynomial sum = (z * z - variance + Rational(1, 6) * epsilon) +
                           2 * (z * g + Rational(1, 6) * epsilon) + sign * (g - f) * (g - f) +
                           (variance - epsilon - error * error);
    const Polynomial rest = z * f - correlation * epsilon - Rational(1, 2) * sum;
    if (!rest.is_zero()) return failed("the sides differ by " + rest.str());
    return proved("expanded in z, g, f, σ² and ε, coordinate by coordinate: every n");
  };
}

// --- Hoeffding
// --------------------------------------------------------------------------------------

/// Hoeffding's proof for X in [0, 1] of mean p; a range b − a divides t. By convexity e^{λX} ≤ 1 −
/// X + X e^λ, so that log E e^{λ(X − p)} ≤ ψ(λ) = log(1 − p + p e^λ) − λp, with ψ(0) = ψ'(0) = 0
/// and ψ'' = u(1 − u) = ¼ − (u − ½)², u = p e^λ/(1 − p + p e^λ): ψ ≤ λ²/8 by Taylor. Then n of
/// them, independent, with Markov's inequality at λ = 4t: λ²/8 − λt = (λ − 4t)²/8 − exponent · t².
/// Empty if all of this is so.
std::string fault_of_hoeffding(const Rational& exponent) {
  const Polynomial p = symbol("p"), e = symbol("e^λ"), l = symbol("λ"), t = symbol("t");
  const std::map<std::string, Polynomial> by_lambda{{"e^λ", e}, {"λ", 1}};
  const Polynomial mean = 1 - p + p * e;
  const Quotient u(p * e, mean);
  const Quotient first = Quotient(mean.derivation(by_lambda), mean) - Quotient(p);
  const Quotient bend = first.derivation(by_lambda);
  if (!(first.with("e^λ", 1).is_zero())) return "ψ'(0) is " + first.with("e^λ", 1).str();
  if (!(bend == Rational(1, 4) - square(u - Rational(1, 2)))) return "ψ'' is " + bend.str();
  const Polynomial rest =
      Rational(1, 8) * l * l - l * t - (Rational(1, 8) * square(l - 4 * t) - exponent * t * t);
  return rest.is_zero() ? "" : "the exponent is off by " + rest.str();
}

/// Besides P(S/n − p ≥ t) ≤ exp(−exponent · n t²) for S binomial (n, p), against the exact tail.
ProofCheck hoeffding(double exponent) {
  return [=](Stream& random) {
    const std::string fault = fault_of_hoeffding(Rational(exponent));
    if (!fault.empty()) return failed(fault);
    int instances = 0;
    for (int n = 1; n <= 40; n += 3) {
      const Rational p = n % 2 == 0 ? Rational(1, 2) : Rational(1 + random.below(7), 8);
      Rational tail = 0;
      for (int k = n; k > 0; --k) {
        Rational mass = binomial(n, k);
        for (int j = 0; j < k; ++j) mass *= p;
        for (int j = k; j < n; ++j) mass *= 1 - p;
        tail += mass;
        const Rational t = Rational(k) / n - p;
        if (t <= 0) break;
        const Interval power = Interval(exponent * n) * square(Interval(static_cast<double>(t)));
        // t is rounded to a double, by a few 2^-53 of it; 2^-40 of the exponent covers that.
        const Interval most = exp(-power * Interval(1 - 0x1p-40, 1 + 0x1p-40));
        if (!(tail <= Rational(most.lower()))) {
          return failed(fmt::format("n = {}, k = {}, p = {}: the tail is {}", n, k, p.str(),
                                    static_cast<double>(tail)));
        }
        ++instances;
      }
    }
    return proved(
        fmt::format("Hoeffding's proof, expanded in p, e^λ, λ and t, from the convexity and the "
                    "derivative of exp; besides {} exact binomial tails",
                    instances));
  };
}

/// Exponents of the typical noise: 2 (ε/share)²/range² ≥ ε²/8³ for the means of z² (range 4) and z
/// g (range 4), each ε/6 off.
ProofCheck typical_noise(const Rational& denominator) {
  return [=](Stream&) {
    constexpr int share = 6;
    if (Rational(2, 16 * share * share) < 1 / denominator) {
      return failed(
          fmt::format("a deviation of ε/{} has the exponent ε²/{}", share, 8 * share * share));
    }
    return proved("2/(16·36) = 1/288 against 1/512");
  };
}

// --- the means of the components
// ----------------------------------------------------------------

/// |Σ_i E_{ℓ_i}f z_i| ≤ scale · Σ_ℓ |S_ℓ|, S_ℓ = Σ_{i in ℓ} z_i, for |E_ℓ f| ≤ 1, the right side
/// free of f. One component after the other: with m for E_ℓ f and s for |S_ℓ| ≥ 0 the bound grows
/// by scale · s and what it bounds by at most |m| s, where 1 − |m| = a ≥ 0. Without `apart` the
/// claim is about |Σ_ℓ S_ℓ|, of which a component of the other sign takes s away.
ProofCheck component_means(const Rational& scale, bool apart) {
  return [=](Stream&) {
    const Polynomial s = symbol("s"), a = symbol("a");
    const Polynomial grows = apart ? scale * s : -(scale * s);
    const Polynomial room = grows - (1 - a) * s;
    if (!room.has_nonnegative_coefficients()) {
      return failed("a further component leaves a room of " + room.str());
    }
    return proved("by induction on the components: each leaves a room of (1 − |E_ℓ f|) |S_ℓ| ≥ 0");
  };
}

/// (Σ_ℓ √n_ℓ)² ≤ scale · k n; so that the component ℓ may be off by (nε/8)√(n_ℓ/(kn)) and all of
/// them together by nε/8. `with_count` keeps the k. By induction, with S = Σ r_ℓ and Q = Σ r_ℓ²: a
/// further r adds to kQ − S², beside Σ_ℓ (r_ℓ − r)² = Q − 2rS + kr² ≥ 0, nothing.
ProofCheck shares(const Rational& scale, bool with_count) {
  return [=](Stream&) {
    const Polynomial k = symbol("k"), r = symbol("r"), sum = symbol("S"), squares = symbol("Q");
    const auto room = [&](const Polynomial& count, const Polynomial& s, const Polynomial& q) {
      return scale * (with_count ? count : Polynomial(1)) * q - s * s;
    };
    const Polynomial first = room(1, r, r * r);
    if (!first.has_nonnegative_coefficients()) return failed("k = 1 leaves " + first.str());
    const Polynomial added = room(k + 1, sum + r, squares + r * r) - room(k, sum, squares);
    const Polynomial rest = added - (squares - 2 * r * sum + k * r * r);
    if (!rest.is_zero()) return failed("a further component also adds " + rest.str());
    return proved("by induction on k, its step a sum of squares, expanded: every k and every n_ℓ");
  };
}

/// The law of Σ_ℓ |Σ_{i in ℓ} z_i| for signs z = ±2, all k components of the same size: the chance
/// of each value, exactly.
std::map<int, Rational> law_of_component_sums(int components, int size) {
  std::map<int, Rational> law{{0, 1}};
  for (int l = 0; l < components; ++l) {
    std::map<int, Rational> next;
    for (const auto& [value, chance] : law) {
      for (int up = 0; up <= size; ++up) {
        Rational mass = chance * binomial(size, up);
        for (int j = 0; j < size; ++j) mass /= 2;
        next[value + 2 * std::abs(2 * up - size)] += mass;
      }
    }
    law = std::move(next);
  }
  return law;
}

struct TailShape {
  bool union_counts = true;      ///< 2k before the exponential, else 2
  bool exponent_divides = true;  ///< 8³k under the exponent, else 8³
};

/// The claimed bound of P(Σ_ℓ |Σ_{i in ℓ} z_i| ≥ nε/8), at u = nε/8: nε²/(8³k) = u²/(8nk).
Interval claimed_tail(const TailShape& shape, int components, int samples, int u) {
  const double factor = shape.union_counts ? 2.0 * components : 2.0;
  const double k = shape.exponent_divides ? components : 1;
  return Interval(factor) * exp(-square(Interval(u)) / Interval(8.0 * samples * k));
}

/// If |S_ℓ| < (nε/8)√(n_ℓ/(kn)) for each of the k components, their sum is below nε/8, by `shares`.
/// Else one of 2k tails of a mean of n_ℓ numbers of range 4 has t² = (nε/8)² n_ℓ/(kn)/n_ℓ², each of
/// chance exp(−2 n_ℓ t²/4²) at most, by `hoeffding`. Empty if these are the claimed ones.
std::string fault_of_tail(const TailShape& shape) {
  const Polynomial n = symbol("n"), k = symbol("k"), one = symbol("n_ℓ"), epsilon = symbol("ε");
  const Quotient off = square(Quotient(Rational(1, 8) * n * epsilon)) * Quotient(one, k * n);
  const Quotient exponent = Quotient(2 * one) * off / Quotient(16 * one * one);
  const Quotient claimed(n * epsilon * epsilon, 512 * (shape.exponent_divides ? k : Polynomial(1)));
  if (!(exponent == claimed)) return "a tail has the exponent " + exponent.str();
  const Polynomial tails = 2 * k;
  const Polynomial uncounted = tails - (shape.union_counts ? 2 * k : Polynomial(2));
  return uncounted.is_zero() ? "" : "of the tails there are left out " + uncounted.str();
}

/// Besides against the exact tail for signs.
ProofCheck component_tail(const TailShape& shape) {
  return [=](Stream&) {
    const std::string fault = fault_of_tail(shape);
    if (!fault.empty()) return failed(fault);
    int checked = 0;
    for (const int components : {1, 2, 3, 5, 16, 64}) {
      for (const int size : {1, 4, 9}) {
        if (components * size > 80) continue;
        Rational tail = 0;
        const std::map<int, Rational> law = law_of_component_sums(components, size);
        for (auto at = law.rbegin(); at != law.rend(); ++at) {
          tail += at->second;
          const Interval most = claimed_tail(shape, components, components * size, at->first);
          if (!(tail <= Rational(most.lower()))) {
            return failed(
                fmt::format("{} components of {} samples: the tail at {} is {}, claimed {}",
                            components, size, at->first, static_cast<double>(tail), most.lower()));
          }
          ++checked;
        }
      }
    }
    return proved(fmt::format(
        "the tails of `hoeffding` expanded in n, n_ℓ, k and ε; besides {} exact tails of "
        "up to 64 components",
        checked));
  };
}

// --- f(x)z is sub-Gaussian
// ----------------------------------------------------------------------------

/// e^x ≤ linear·x + e^{square x²} for every x: by series near 0 (exactly), by intervals to 2, and
/// by x² ≥ x and e^{x²} ≥ 1 − x beyond.
ProofCheck exponential_inequality(double linear, double squared) {
  return [=](Stream&) {
    // |x| ≤ ½: e^x − x ≤ 1 + x²(½ + |x|/6 · 1/(1 − |x|/4)) ≤ 1 + x² ≤ e^{x²}.
    if (Rational(1, 2) + Rational(1, 12) / (1 - Rational(1, 8)) > 1) {
      return failed("the series near 0 is too large");
    }
    constexpr double step = 0x1p-10;
    for (double at = 0.5; at < 2; at += step) {
      for (const Interval& x : {Interval(at, at + step), Interval(-at - step, -at)}) {
        if (!certainly_less(exp(x), Interval(linear) * x + exp(Interval(squared) * square(x)))) {
          return failed("fails, or is not decided, at x in " + to_string(x));
        }
      }
    }
    return proved("exactly for |x| ≤ ½, on 3072 intervals to 2, by monotony beyond");
  };
}

/// E e^{λX} ≤ 1 + 2θ/(1 − θ) ≤ e^{constant·θ} for θ = 8s²λ² ≤ ½, X = (f − Ef)z: from P(|X| ≥ t) ≤
/// 2 exp(−t²/(8s²)), so that E X^{2q} ≤ 2 q! (8s²)^q. And for larger λ, with e^{λX} ≤
/// e^{8s²λ²} e^{X²/(32s²)}, whose mean is at most 5/3 ≤ e^{24 s²λ²}.
ProofCheck moment_bound(double constant) {
  return [=](Stream&) {
    // Near 0 the inequality is 2/(1 − θ) ≤ constant, θ ≤ ½; to be had with intervals up to there.
    constexpr int pieces = 512;
    for (int i = 0; i < pieces; ++i) {
      const Interval theta{0.5 * i / pieces, 0.5 * (i + 1) / pieces};
      const Interval left = Interval(2) / (Interval(1) - theta);
      // 1 + θ a ≤ 1 + constant θ ≤ e^{constant θ}.
      const bool linear = certainly_at_most(left, Interval(constant));
      const bool direct = certainly_at_most(Interval(1) + theta * left,
                                            exp(Interval(constant) * Interval(theta.lower())));
      if (!linear && !direct)
        return failed("fails, or is not decided, at θ in " + to_string(theta));
    }
    // θ = ¼ in the series, at 1/(2·16s²)·8s²; λ² ≥ 1/(16 s²).
    const Interval large = log(rigor::ratio(5, 3));
    const Interval room = Interval(8 * constant - 8) / Interval(16);
    if (!certainly_at_most(large, room)) return failed("fails at large λ");
    return proved("θ in [0, ½] by 512 intervals, and log(5/3) ≤ 24/16");
  };
}

/// With E e^{λX} ≤ e^{32 s²λ²}: min over λ of 32s²λ² − λt is −t²/(denominator s²), attained.
ProofCheck chernoff(int denominator) {
  return [=](Stream&) {
    const Polynomial s2 = symbol("s²"), t = symbol("t"), l = symbol("λ");
    const Quotient least = Quotient(-(t * t), denominator * s2);
    const Quotient above = 32 * Quotient(s2) * square(Quotient(l) - Quotient(t, 64 * s2));
    const Quotient rest = Quotient(32 * s2 * l * l - l * t) - least - above;
    if (!rest.is_zero()) return failed("above the claimed minimum by a square and " + rest.str());
    return proved("the difference is 32 s² (λ − t/(64 s²))², expanded in s², t and λ");
  };
}

// --- union, net, constants
// ----------------------------------------------------------------------------

/// P(A ∪ B) ≤ factor · (P(A) + P(B)) for any two events, one by one up to |F| of them: whichever of
/// them an outcome is in, the right side counts it at least once if the left one does.
ProofCheck union_bound(const Rational& factor) {
  return [=](Stream&) {
    for (const int a : {0, 1}) {
      for (const int b : {0, 1}) {
        if (std::max(a, b) <= factor * (a + b)) continue;
        return failed(fmt::format("an outcome in {} of the two events", a + b));
      }
    }
    return proved("by induction on the events, the four cases of an outcome and two events");
  };
}

/// |(y − f)² − (y − f')²| ≤ factor |f − f'| for y, f, f' in [−1, 1], so that a net of resolution
/// ε/(8J) changes the training error by at most ε/2; and a set of diameter W has one of at most
/// (1 + 16 WJ/ε)^p ≤ (60 WJ/ε)^p points when WJ ≥ ε/44.
ProofCheck net(const Rational& factor, int growth) {
  return [=](Stream&) {
    const Polynomial y = symbol("y"), f = symbol("f"), g = symbol("f'");
    const Polynomial sum = 2 * y - f - g;
    if (!(square(y - f) - square(y - g) - (g - f) * sum).is_zero()) {
      return failed("the difference of the squares is not (f' − f)(2y − f − f')");
    }
    // ±sum ≤ 4: with y, f, f' = ±(1 − a), ±(b − 1), ±(c − 1) and a, b, c ≥ 0.
    const Polynomial most =
        sum.with("y", 1 - symbol("a")).with("f", symbol("b") - 1).with("f'", symbol("c") - 1);
    const Polynomial room = factor - most;
    if (!room.has_nonnegative_coefficients()) return failed("|2y − f − f'| leaves " + room.str());
    // x = WJ/ε = 1/44 + t.
    const Polynomial x = Rational(1, 44) + symbol("t");
    const Polynomial net_room = 60 * x - 1 - growth * x;
    if (!net_room.has_nonnegative_coefficients()) {
      return failed("60 WJ/ε exceeds the net's base by " + net_room.str());
    }
    return proved(
        "factored, with y, f and f' at any distances from the ends of [−1, 1]; and the base of the "
        "net's size for every WJ/ε ≥ 1/44");
  };
}

struct Constants {
  double lipschitz = 512;         ///< 2⁹ in the theorem
  double hypothesis = 4096;       ///< 8⁴ in n ε² ≥ 8⁴ k log(8k/δ)
  bool counts_components = true;  ///< else n ε² ≥ 8⁴ log(8/δ), which is enough for k = 1 only
};

/// With n ε² ≥ hypothesis·k·log(8k/δ) and L at most ε/(lipschitz √c) √(nd/(p log(60WJ/ε) +
/// log(4/δ))), the chance of failure
///   4k exp(−n(ε/2)²/(8³k)) + 2 (60WJ/ε)^p exp(−n(ε/2)²(1/8)² d/(128 c L²))
/// is at most δ: either term at most δ/2. Their logarithms are linear in log 2, u = log(1/δ),
/// log k and P = p log(60WJ/ε), all ≥ 0; without k in the hypothesis one multiplies by k = 1 + j
/// and takes log k for a further one.
ProofCheck theorem(const Constants& constants) {
  return [=](Stream&) {
    const Polynomial log2 = symbol("log 2"), u = symbol("u"), p = symbol("P");
    const Polynomial log_k = symbol("log k"), k = 1 + symbol("j");
    const Polynomial half = -u - log2;  // log(δ/2)
    // n ε²/(4·8³ k), times k.
    const Polynomial counted =
        constants.counts_components ? k * (3 * log2 + log_k + u) : 3 * log2 + u;
    const Polynomial noise =
        k * (2 * log2 + log_k) - Polynomial(Rational(constants.hypothesis) / (4 * 512)) * counted;
    // n ε² d/(c L²) ≥ lipschitz² (P + log(4/δ)).
    const Rational signal = Rational(constants.lipschitz) * Rational(constants.lipschitz);
    const Polynomial of_class = log2 + p - Polynomial(signal / (4 * 64 * 128)) * (p + 2 * log2 + u);
    const Polynomial noise_room = k * half - noise, class_room = half - of_class;
    if (!noise_room.has_nonnegative_coefficients()) {
      return failed("the noise is untypical with a chance of δ/2 times exp of minus 1/k of " +
                    noise_room.str());
    }
    if (!class_room.has_nonnegative_coefficients()) {
      return failed("some f fails with a chance of δ/2 times exp of minus " + class_room.str());
    }
    return proved(
        "the logarithms expanded: every k ≥ 1, δ ≤ 1, p and WJ/ε ≥ 1/60, and every nε² and L "
        "within "
        "the hypotheses");
  };
}

const RegisteredProof law_of_robustness{{
    .id = "proof/law-of-robustness",
    .title = "Fitting below the noise level forces a large Lipschitz constant",
    .statement = R"(\hat R(f) \le \sigma^2-\varepsilon \Rightarrow \mathrm{Lip}(f) \ge
        \frac{\varepsilon}{2^9\sqrt c}\sqrt{\frac{nd}{p\log(60WJ/\varepsilon)+\log(4/\delta)}}
        \text{ with probability } 1-\delta
        \text{ if } n\varepsilon^2 \ge 8^4 k\log(8k/\delta))",
    .source = {"Bubeck, Sellke 2021, arXiv:2105.12806", "Theorem 3, all k components"},
    .supports = {"robustness/robustness-exponents", "robustness/robustness-exponents-constant"},
    .steps =
        {{.name = "overfitting",
          .statement = R"(\|g+z-f\|^2 \le \sigma^2-\varepsilon \Rightarrow
              \langle z,f\rangle \ge \tfrac\varepsilon4 \text{ for typical noise})",
          .check = overfitting(Rational(1, 4), 1),
          .planted = {{"one-per-cent", "1.01 ε/4", overfitting(Rational(101, 400), 1)},
                      {"sign-flipped", "−(g − f)²", overfitting(Rational(1, 4), -1)},
                      {"term-dropped", "without (g − f)²", overfitting(Rational(1, 4), 0)}}},
         {.name = "hoeffding",
          .statement = R"(P(\bar X - EX \ge t) \le \exp(-2nt^2/(b-a)^2))",
          .check = hoeffding(2),
          .planted = {{"constant", "2.8 in place of 2", hoeffding(2.8)}}},
         {.name = "typical-noise",
          .statement = R"(\text{the means of } z^2 \text{ and } zg \text{ are each } \tfrac\varepsilon6
              \text{ off with probability at most } \exp(-n\varepsilon^2/8^3))",
          .uses = {"overfitting", "hoeffding"},
          .check = typical_noise(512),
          .planted = {{"one-per-cent", "exp(−nε²/285), 1 % more than ε/6 gives",
                       typical_noise(Rational(288 * 99, 100))}}},
         {.name = "component-means",
          .statement = R"(|\sum_i E_{\ell_i}f\,z_i| \le \sum_\ell |\sum_{i:\ell_i=\ell} z_i|
              \text{ for every } f)",
          .check = component_means(1, true),
          .planted = {{"one-per-cent", "0.99 of it", component_means(Rational(99, 100), true)},
                      {"absolute-value-dropped", "|Σ z_i| over all components at once",
                       component_means(1, false)}}},
         {.name = "shares",
          .statement = R"(\sum_\ell \sqrt{n_\ell} \le \sqrt{kn})",
          .check = shares(1, true),
          .planted = {{"one-per-cent", "0.99 kn", shares(Rational(99, 100), true)},
                      {"count-dropped", "n in place of kn", shares(1, false)}}},
         {.name = "component-noise",
          .statement = R"(P(\sum_\ell |\sum_{i:\ell_i=\ell} z_i| \ge \tfrac{n\varepsilon}8) \le
              2k\exp(-n\varepsilon^2/(8^3k)))",
          .uses = {"hoeffding", "component-means", "shares"},
          .check = component_tail({}),
          .planted = {{"one-component", "2 exp(−nε²/8³), as for k = 1",
                       component_tail({.union_counts = false, .exponent_divides = false})},
                      {"exponent", "2k exp(−nε²/8³)",
                       component_tail({.exponent_divides = false})}}},
         {.name = "exponential",
          .statement = R"(e^x \le x + e^{x^2})",
          .check = exponential_inequality(1, 1),
          .planted = {{"constant", "x²/2 in place of x²", exponential_inequality(1, 0.5)},
                      {"term-dropped", "without x", exponential_inequality(0, 1)},
                      {"sign-flipped", "−x", exponential_inequality(-1, 1)}}},
         {.name = "sub-gaussian",
          .statement = R"(E_\ell\,e^{\lambda (f-E_\ell f)z} \le e^{32s^2\lambda^2},\ s^2 = cL^2/d)",
          .uses = {"exponential"},
          .check = moment_bound(4),
          .planted = {{"constant", "16 in place of 32", moment_bound(2)}}},
         {.name = "chernoff",
          .statement = R"(P(\tfrac1n\sum_i (f-E_{\ell_i}f)z_i \ge t) \le \exp(-nt^2/(128s^2)))",
          .uses = {"sub-gaussian"},
          .check = chernoff(128),
          .planted = {{"constant", "127 in place of 128", chernoff(127)}}},
         {.name = "union",
          .statement = R"(P(\exists f\in F) \le |F|\max_f P(f))",
          .check = union_bound(1),
          .planted = {{"one-per-cent", "0.99 |F|", union_bound(Rational(99, 100))}}},
         {.name = "net",
          .statement = R"(|F_\varepsilon| \le (60WJ/\varepsilon)^p,\quad
              |\hat R(f)-\hat R(f')| \le \tfrac\varepsilon2)",
          .check = net(4, 16),
          .planted = {{"one-per-cent", "0.99 · 4 |f − f'|", net(Rational(396, 100), 16)},
                      {"net-too-fine", "1 + 17 WJ/ε in place of 1 + 16 WJ/ε", net(4, 17)}}},
         {.name = "theorem",
          .statement = R"(4ke^{-n\varepsilon^2/(4\cdot8^3k)} + 2(60WJ/\varepsilon)^p
              e^{-\varepsilon^2nd/(2^{15}cL^2)} \le \delta)",
          .uses = {"typical-noise", "component-noise", "chernoff", "union", "net"},
          .check = theorem({}),
          .planted = {{"lipschitz", "2⁷ in place of 2⁹", theorem({.lipschitz = 128})},
                      {"samples", "8³ in place of 8⁴", theorem({.hypothesis = 512})},
                      {"components", "nε² ≥ 8⁴ log(8/δ), without k",
                       theorem({.counts_components = false})}}}},
    .remark = "The concentration step has constants of its own, looser than the paper's; they are "
              "enough for its 2⁹.",
}};

}  // namespace
}  // namespace asymptest::law_of_robustness_proof
