#include <fmt/format.h>

#include <array>
#include <functional>
#include <vector>

#include "asymptest/claim/proof.hpp"
#include "proofs_check/random_rational.hpp"

namespace asymptest::label_noise_proof {
namespace {

using rigor::Rational;

/// mass[x][y]: a law on finitely many points with the labels 0 and 1.
using Law = std::vector<std::array<Rational, 2>>;
/// Bit x is the prediction at point x.
using Classifier = unsigned;

unsigned prediction(Classifier f, std::size_t x) { return (f >> x) & 1U; }

Law random_law(std::size_t points, Stream& random) {
  Law law(points);
  Rational total = 0;
  for (auto& labels : law) {
    for (Rational& mass : labels) total += mass = Rational(1 + random.below(64));
  }
  for (auto& labels : law) {
    for (Rational& mass : labels) mass /= total;
  }
  return law;
}

/// Every label drawn anew with chance q.
Law redrawn(const Law& law, const Rational& q) {
  Law noisy = law;
  for (auto& [zero, one] : noisy) {
    const Rational both = zero + one;
    zero = (1 - q) * zero + q / 2 * both;
    one = (1 - q) * one + q / 2 * both;
  }
  return noisy;
}

Law flipped(const Law& law, const Rational& q) {
  Law noisy = law;
  for (std::size_t x = 0; x < law.size(); ++x) {
    noisy[x] = {(1 - q) * law[x][0] + q * law[x][1], (1 - q) * law[x][1] + q * law[x][0]};
  }
  return noisy;
}

Rational risk(const Law& law, Classifier f) {
  Rational sum = 0;
  for (std::size_t x = 0; x < law.size(); ++x) sum += law[x][1 - prediction(f, x)];
  return sum;
}

using Noise = std::function<Law(const Law&, const Rational& q)>;
using Formula = std::function<Rational(const Rational& q, const Rational& risk)>;

Rational corrected(const Rational& q, const Rational& r) { return q / 2 + (1 - q) * r; }
Rational as_stated(const Rational& q, const Rational& r) { return q / 2 + r; }

/// One label y, one prediction: the three things that may happen to the label, enumerated.
ProofCheck one_label(const Formula& formula) {
  return [formula](Stream&) {
    for (int i = 0; i <= 64; ++i) {
      const Rational q(i, 64);
      for (unsigned y = 0; y < 2; ++y) {
        for (unsigned f = 0; f < 2; ++f) {
          Rational missed = 0;
          if (f != y) missed += 1 - q;  // the label stays
          if (f != 0) missed += q / 2;  // it is drawn anew and comes out 0
          if (f != 1) missed += q / 2;
          if (missed != formula(q, f != y ? 1 : 0)) {
            return failed(fmt::format("q = {}, y = {}, f = {}: the chance is {}", q.str(), y, f,
                                      missed.str()));
          }
        }
      }
    }
    return proved("an identity linear in q, at 65 levels of noise; both labels, both predictions");
  };
}

ProofCheck identity(const Noise& noise, const Formula& formula) {
  return [=](Stream& random) {
    constexpr std::size_t points = 6;
    constexpr int laws = 40;
    for (int i = 0; i < laws; ++i) {
      const Law law = random_law(points, random);
      const Rational q = unit_rational(random, 97);
      const Law noisy = noise(law, q);
      for (Classifier f = 0; f < 1U << points; ++f) {
        if (risk(noisy, f) != formula(q, risk(law, f))) {
          return failed(fmt::format("law {}, q = {}, classifier {:06b}: the risk is {}", i, q.str(),
                                    f, risk(noisy, f).str()));
        }
      }
    }
    return verified(
        fmt::format("{} random laws on {} points, all {} classifiers", laws, points, 1 << points));
  };
}

/// A law whose points determine their labels, before the noise.
Law certain_law(std::size_t points, Stream& random) {
  Law law = random_law(points, random);
  for (auto& labels : law) {
    const std::size_t label = random.below(2);
    labels[label] += labels[1 - label];
    labels[1 - label] = 0;
  }
  return law;
}

struct Sample {
  std::array<std::size_t, 4> points{};
  unsigned labels = 0;  ///< bit i is the label of sample i

  [[nodiscard]] Rational empirical_risk(Classifier f) const {
    int missed = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      missed += prediction(f, points[i]) != ((labels >> i) & 1U) ? 1 : 0;
    }
    return Rational(missed, points.size());
  }
};

ProofCheck gap(const Rational& share_of_q, bool interpolating_only) {
  return [=](Stream& random) {
    constexpr std::size_t domain = 5;
    std::size_t interpolating = 0;
    for (int draw = 0; draw < 20; ++draw) {
      const Rational q = unit_rational(random, 97);
      const Law noisy = redrawn(certain_law(domain, random), q);
      Sample sample;
      for (auto& x : sample.points) x = random.below(domain);
      for (sample.labels = 0; sample.labels < 16; ++sample.labels) {
        for (Classifier f = 0; f < 1U << domain; ++f) {
          const Rational seen = sample.empirical_risk(f);
          if (interpolating_only && seen != 0) continue;
          ++interpolating;
          if (risk(noisy, f) - seen < share_of_q * q) {
            return failed(fmt::format("q = {}, labels {:04b}, classifier {:05b}: the gap is {}",
                                      q.str(), sample.labels, f,
                                      Rational(risk(noisy, f) - seen).str()));
          }
        }
      }
    }
    return verified(
        fmt::format("all labellings of 20 samples of 4 points, {} interpolating "
                    "classifiers",
                    interpolating));
  };
}

const RegisteredProof label_noise{{
    .id = "proof/label-noise",
    .title = "Label noise: the risk is q/2 + (1 − q) R, and interpolation leaves a gap of q/2",
    .statement = R"(R_{P_q}(f) = \frac q2 + (1-q)R_P(f), \qquad
        R_{\mathrm{emp}}(f) = 0 \Rightarrow R_{P_q}(f) - R_{\mathrm{emp}}(f) \ge \frac q2)",
    .source = {"Belkin 2021, arXiv:2105.14368", "section 3, with its identity corrected"},
    .supports = {"interpolation/label-noise"},
    .steps =
        {{.name = "one-label",
          .statement = R"(P(y' \ne f(x)) = \frac q2 + (1-q)\,1[f(x) \ne y])",
          .check = one_label(corrected),
          .planted = {{"as-stated", "q/2 + R in place of q/2 + (1 − q) R", one_label(as_stated)}}},
         {.name = "identity",
          .statement = R"(R_{P_q}(f) = \frac q2 + (1-q)\,R_P(f) \text{ for every } f)",
          .uses = {"one-label"},
          .check = identity(redrawn, corrected),
          .planted = {{"as-stated", "q/2 + R in place of q/2 + (1 − q) R",
                       identity(redrawn, as_stated)},
                      {"flipped-labels", "a noisy label is flipped, not drawn anew",
                       identity(flipped, corrected)}}},
         {.name = "gap",
          .statement = R"(R_{\mathrm{emp}}(f) = 0 \Rightarrow
                   R_{P_q}(f) - R_{\mathrm{emp}}(f) \ge \frac q2)",
          .uses = {"identity"},
          .check = gap(Rational(1, 2), true),
          .planted = {{"whole-q", "a gap of q in place of q/2", gap(1, true)},
                      {"any-classifier", "f need not interpolate", gap(Rational(1, 2), false)}}}},
    .remark = "The gap follows from the identity alone, whatever the labels are before the noise. "
              "As the slides state it, the identity fails at its first step.",
}};

}  // namespace
}  // namespace asymptest::label_noise_proof
