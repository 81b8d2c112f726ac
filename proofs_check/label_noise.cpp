#include <fmt/format.h>

#include "asymptest/claim/proof.hpp"
#include "rigor/algebra/polynomial.hpp"

namespace asymptest::label_noise_proof {
namespace {

using rigor::Polynomial;
using rigor::Rational;

/// The masses that a law gives to one point with the label 0 and with the label 1. A law on any
/// space is made of such pairs: its risks are sums (or integrals) over points of what follows.
struct Masses {
  Polynomial zero, one;
};

using Noise = Masses (*)(const Masses& law, const Polynomial& q);

/// Every label drawn anew with chance q.
Masses redrawn(const Masses& law, const Polynomial& q) {
  const Polynomial either = Rational(1, 2) * q * (law.zero + law.one);
  return {(1 - q) * law.zero + either, (1 - q) * law.one + either};
}
Masses flipped(const Masses& law, const Polynomial& q) {
  return {(1 - q) * law.zero + q * law.one, (1 - q) * law.one + q * law.zero};
}

/// The claimed risk under noise, from the whole mass (1 in the end) and the risk without noise.
using Formula = Polynomial (*)(const Polynomial& q, const Polynomial& mass, const Polynomial& risk);

Polynomial corrected(const Polynomial& q, const Polynomial& mass, const Polynomial& risk) {
  return Rational(1, 2) * q * mass + (1 - q) * risk;
}
Polynomial as_stated(const Polynomial& q, const Polynomial& mass, const Polynomial& risk) {
  return Rational(1, 2) * q * mass + risk;
}

/// One label y, one prediction: the three things that may happen to the label, enumerated.
ProofCheck one_label(Formula formula) {
  return [formula](Stream&) {
    const Polynomial q = Polynomial::variable("q");
    const Polynomial half = Rational(1, 2) * q;
    for (const int y : {0, 1}) {
      for (const int f : {0, 1}) {
        Polynomial missed;
        if (f != y) missed = missed + 1 - q;  // the label stays
        if (f != 0) missed = missed + half;   // it is drawn anew and comes out 0
        if (f != 1) missed = missed + half;
        if (missed == formula(q, 1, f != y ? 1 : 0)) continue;
        return failed(fmt::format("y = {}, f = {}: the chance is {}", y, f, missed.str()));
      }
    }
    return proved("expanded in q, both labels and both predictions");
  };
}

ProofCheck identity(Noise noise, Formula formula) {
  return [=](Stream&) {
    const Polynomial q = Polynomial::variable("q");
    const Masses law{Polynomial::variable("a"), Polynomial::variable("b")};
    const Masses noisy = noise(law, q);
    const Polynomial mass = law.zero + law.one;
    // A prediction misses the other label's mass.
    const Polynomial left = noisy.one - formula(q, mass, law.one);
    const Polynomial right = noisy.zero - formula(q, mass, law.zero);
    if (!left.is_zero() || !right.is_zero()) {
      return failed(fmt::format("with masses a and b at a point the sides differ by {} or {}",
                                left.str(), right.str()));
    }
    return proved(
        "a point's share of both sides, expanded in q and its masses of the two labels, for both "
        "predictions; shares add up over the points of any law, and all masses to 1");
  };
}

/// The gap less share · q, for a training risk of 0 or any. With s = 1 − q it has nonnegative
/// coefficients in s and R, which are ≥ 0.
ProofCheck gap(const Rational& share, bool interpolating_only) {
  return [=](Stream&) {
    const Polynomial s = Polynomial::variable("s"), q = 1 - s;
    const Polynomial training = interpolating_only ? Polynomial() : Polynomial::variable("R_emp");
    const Polynomial excess =
        corrected(q, 1, Polynomial::variable("R")) - training - Polynomial(share) * q;
    if (!excess.has_nonnegative_coefficients()) {
      return failed(fmt::format("the gap exceeds the claim by {}, s = 1 − q, which is not ≥ 0",
                                excess.str()));
    }
    return proved(fmt::format("it is {}, with s = 1 − q ≥ 0 and R ≥ 0, above q/2", excess.str()));
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
