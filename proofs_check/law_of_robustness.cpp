#include <fmt/format.h>

#include <cstdlib>
#include <functional>
#include <map>

#include "asymptest/claim/proof.hpp"
#include "proofs_check/random_rational.hpp"
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
using rigor::Rational;

// --- overfitting forces a correlation with the noise
// -------------------------------------------------

/// With scalars z, g, f for the vectors' coordinates:
///   ⟨z,f⟩ − correlation = ½[(z² − σ² + ε/6) + 2(⟨z,g⟩ + ε/6) + (g − f)² + (σ² − ε − (g + z − f)²)]
/// with correlation = ε/4: four nonnegative terms if the noise is typical and the training error is
/// at most σ² − ε.
ProofCheck overfitting(const Rational& correlation, int sign) {
  return [=](Stream& random) {
    for (int i = 0; i < 100; ++i) {
      const auto draw = [&random] { return Rational(whole_number(random, 50) / 7); };
      const Rational z = draw(), g = draw(), f = draw(), variance = draw(), epsilon = draw();
      const Rational error = g + z - f;
      const Rational sum = (z * z - variance + epsilon / 6) + 2 * (z * g + epsilon / 6) +
                           sign * (g - f) * (g - f) + (variance - epsilon - error * error);
      if (z * f - correlation * epsilon != sum / 2) {
        return failed(fmt::format("the identity fails on instance {}", i));
      }
    }
    return proved(
        "a quadratic identity at 100 random points of 101^5: a false one passes all of them with a "
        "chance of (2/101)^100 at most");
  };
}

// --- Hoeffding
// --------------------------------------------------------------------------------------

/// P(S/n − p ≥ t) ≤ exp(−exponent · n t²) for S binomial (n, p), against the exact tail.
ProofCheck hoeffding(double exponent) {
  return [=](Stream& random) {
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
    return verified(fmt::format("{} exact binomial tails", instances));
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

/// |Σ_i E_{ℓ_i}f z_i| ≤ scale · Σ_ℓ |Σ_{i in ℓ} z_i| for |E_ℓ f| ≤ 1, the right side free of f.
/// Each instance has random means and, where it is an equality, their signs. Without `apart` the
/// components' sums may cancel.
ProofCheck component_means(const Rational& scale, bool apart) {
  return [=](Stream& random) {
    constexpr int instances = 60;
    for (int i = 0; i < instances; ++i) {
      const int components = 1 + i % 5;
      Rational right = 0;
      Rational cancelling = 0;
      Rational aligned = 0;
      Rational left = 0;
      for (int l = 0; l < components; ++l) {
        Rational sum = 0;
        for (int k = 0; k < 4; ++k) sum += 4 * unit_rational(random, 50) - 2;
        right += abs(sum);
        cancelling += sum;
        aligned += sum < 0 ? -sum : sum;
        left += (2 * unit_rational(random, 20) - 1) * sum;
      }
      const Rational most = scale * (apart ? right : abs(cancelling));
      if (abs(left) > most || aligned > most) {
        return failed(fmt::format("{} components: the sum may be {}, claimed {}", components,
                                  aligned.str(), most.str()));
      }
    }
    return verified(
        fmt::format("{} samples of 1 to 5 components, and their worst means", instances));
  };
}

/// (Σ_ℓ √n_ℓ)² ≤ scale · k n, for n_ℓ that are squares, equal ones among them; so that the
/// component ℓ may be off by (nε/8)√(n_ℓ/(kn)) and all of them together by nε/8. `with_count` keeps
/// the k.
ProofCheck shares(const Rational& scale, bool with_count) {
  return [=](Stream& random) {
    for (int components = 1; components <= 30; ++components) {
      for (const bool equal : {true, false}) {
        Rational roots = 0;
        Rational samples = 0;
        for (int l = 0; l < components; ++l) {
          const Rational root = equal ? Rational(3) : Rational(random.below(20));
          roots += root;
          samples += root * root;
        }
        const Rational most = scale * (with_count ? components : 1) * samples;
        if (roots * roots > most) {
          return failed(fmt::format("{} components: {} is not at most {}", components,
                                    Rational(roots * roots).str(), most.str()));
        }
      }
    }
    return verified("1 to 30 components, equal and not");
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

/// Against the exact tail for signs.
ProofCheck component_tail(const TailShape& shape) {
  return [=](Stream&) {
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
    return verified(fmt::format("{} exact tails of up to 64 components", checked));
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
  return [=](Stream& random) {
    for (int i = 0; i < 50; ++i) {
      const Rational s2 = 1 + unit_rational(random, 97);
      const Rational t = 1 + unit_rational(random, 89);
      const Rational best = t / (64 * s2);
      const Rational claimed = -t * t / (denominator * s2);
      if (32 * s2 * best * best - best * t != claimed) return failed("not the minimum");
      const Rational other = best + whole_number(random, 9) / 100;
      if (32 * s2 * other * other - other * t < claimed) return failed("a smaller value");
    }
    return verified("50 rational s, t and λ");
  };
}

// --- union, net, constants
// ----------------------------------------------------------------------------

/// The chance that one of N independent events of chance q happens is at most factor·N q; for small
/// q nearly all of it.
ProofCheck union_bound(const Rational& factor) {
  return [=](Stream& random) {
    for (int size = 1; size <= 40; ++size) {
      const Rational q = Rational(1 + random.below(9), 10000);
      Rational none = 1;
      for (int i = 0; i < size; ++i) none *= 1 - q;
      if (1 - none > factor * size * q) {
        return failed(fmt::format("{} events of chance {}", size, q.str()));
      }
    }
    return verified("classes of 1 to 40 functions");
  };
}

/// |(y − f)² − (y − f')²| ≤ factor |f − f'| for y, f, f' in [−1, 1], so that a net of resolution
/// ε/(8J) changes the training error by at most ε/2; and a set of diameter W has one of at most
/// (1 + 16 WJ/ε)^p ≤ (60 WJ/ε)^p points when WJ ≥ ε/44.
ProofCheck net(const Rational& factor, int growth) {
  return [=](Stream& random) {
    for (int i = 0; i < 200; ++i) {
      const auto draw = [&random] { return 2 * unit_rational(random, 1000) - 1; };
      const bool extreme = i == 0;
      const Rational y = extreme ? Rational(1) : draw();
      const Rational f = extreme ? Rational(-1) : draw();
      const Rational g = extreme ? Rational(-999, 1000) : draw();
      const Rational change = (y - f) * (y - f) - (y - g) * (y - g);
      if (abs(change) > factor * abs(f - g)) {
        return failed(fmt::format("y = {}, f = {}, f' = {}", y.str(), f.str(), g.str()));
      }
    }
    const Rational least = Rational(1, 44);  // of WJ/ε; both sides are linear in it
    if (1 + growth * least > 60 * least) return failed("the net is larger than (60WJ/ε)^p");
    return verified("200 triples, the extreme one among them, and the smallest WJ/ε");
  };
}

struct Constants {
  double lipschitz = 512;         ///< 2⁹ in the theorem
  double hypothesis = 4096;       ///< 8⁴ in n ε² ≥ 8⁴ k log(8k/δ)
  bool counts_components = true;  ///< else n ε² ≥ 8⁴ log(8/δ), which is enough for k = 1 only
};

/// With n ε² = hypothesis·k·log(8k/δ) and L just below ε/(lipschitz √c) √(nd/(p log(60WJ/ε) +
/// log(4/δ))), the chance of failure
///   4k exp(−n(ε/2)²/(8³k)) + 2 (60WJ/ε)^p exp(−n(ε/2)²(1/8)² d/(128 c L²))
/// is at most δ.
ProofCheck theorem(const Constants& constants) {
  return [=](Stream& random) {
    constexpr int instances = 300;
    for (int i = 0; i < instances; ++i) {
      const Interval delta = std::exp2(-1 - 20 * random.uniform());
      const Interval p = static_cast<double>(1 + random.below(1000000));
      const Interval net_log = log(Interval(60 + 1e6 * random.uniform()));
      const Interval k = static_cast<double>(i == 0 ? 1 : 1 + random.below(1000));
      const Interval counted = constants.counts_components ? k : Interval(1);
      const Interval n_epsilon2 =
          Interval(constants.hypothesis) * counted * log(Interval(8) * counted / delta);
      const Interval entropy = p * net_log + log(Interval(4) / delta);
      // n ε² d/(c L²) = lipschitz² · entropy at the threshold, more below it.
      const Interval signal = square(Interval(constants.lipschitz)) * entropy;
      const Interval noise_part = Interval(4) * k * exp(-n_epsilon2 / (Interval(4 * 512) * k));
      const Interval class_log = log(Interval(2)) + p * net_log - signal / Interval(4.0 * 64 * 128);
      const Interval failure = noise_part + exp(class_log);
      if (!certainly_at_most(failure, delta)) {
        return failed(fmt::format("k = {}, δ = {}: the chance of failure is up to {}", k.upper(),
                                  delta.upper(), failure.upper()));
      }
    }
    return verified(fmt::format("{} choices of k, δ, p, WJ/ε", instances));
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
