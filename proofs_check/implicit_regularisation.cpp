#include <fmt/format.h>

#include <array>
#include <functional>
#include <map>
#include <utility>

#include "asymptest/claim/proof.hpp"
#include "proofs_check/random_rational.hpp"
#include "rigor/arithmetic/elementary.hpp"

namespace asymptest::implicit_regularisation_proof {
namespace {

using rigor::Interval;
using rigor::Rational;

/// A polynomial in two weights: the coefficient of x^i y^j at {i, j}, none of them 0. Equal
/// polynomials are equal at every weight, so that an identity of them is proved everywhere.
class Polynomial {
 public:
  void add(std::pair<int, int> powers, const Rational& coefficient) {
    Rational& entry = terms_[powers];
    entry += coefficient;
    if (entry == 0) terms_.erase(powers);
  }
  [[nodiscard]] Polynomial derivative(int variable) const {
    Polynomial result;
    for (const auto& [powers, coefficient] : terms_) {
      auto lower = powers;
      int& power = variable == 0 ? lower.first : lower.second;
      if (power > 0) {
        const int factor = power--;
        result.add(lower, coefficient * factor);
      }
    }
    return result;
  }
  [[nodiscard]] bool is_zero() const { return terms_.empty(); }

  friend Polynomial operator+(Polynomial a, const Polynomial& b) {
    for (const auto& [powers, coefficient] : b.terms_) a.add(powers, coefficient);
    return a;
  }
  friend Polynomial operator*(const Polynomial& a, const Polynomial& b) {
    Polynomial result;
    for (const auto& [p, c] : a.terms_) {
      for (const auto& [q, e] : b.terms_)
        result.add({p.first + q.first, p.second + q.second}, c * e);
    }
    return result;
  }
  friend Polynomial operator*(const Rational& factor, const Polynomial& a) {
    Polynomial result;
    for (const auto& [powers, coefficient] : a.terms_) result.add(powers, factor * coefficient);
    return result;
  }

 private:
  std::map<std::pair<int, int>, Rational> terms_;
};

using Field = std::array<Polynomial, 2>;

Field operator+(const Field& a, const Field& b) { return {a[0] + b[0], a[1] + b[1]}; }
Field operator*(const Rational& factor, const Field& a) { return {factor * a[0], factor * a[1]}; }
bool vanishes(const Field& a) { return a[0].is_zero() && a[1].is_zero(); }

Field gradient(const Polynomial& l) { return {l.derivative(0), l.derivative(1)}; }
Polynomial squared_norm(const Field& a) { return a[0] * a[0] + a[1] * a[1]; }

/// g'(w) v: the derivative of the field g along v.
Field along(const Field& g, const Field& v) {
  Field result;
  for (std::size_t i = 0; i < 2; ++i) {
    result[i] = g[i].derivative(0) * v[0] + g[i].derivative(1) * v[1];
  }
  return result;
}

/// f''(f, f) = (f'f)'f − f'f'f.
Field second_derivative(const Field& f) {
  return along(along(f, f), f) + Rational(-1) * along(f, along(f, f));
}

Polynomial random_loss(Stream& random) {
  Polynomial loss;
  for (int i = 0; i <= 4; ++i) {
    for (int j = 0; i + j <= 4; ++j) loss.add({i, j}, whole_number(random, 9));
  }
  return loss;
}

using Fault = std::function<bool(const Polynomial& loss)>;

ProofCheck on_losses(const Fault& fault) {
  return [=](Stream& random) {
    constexpr int instances = 6;
    for (int i = 0; i < instances; ++i) {
      if (fault(random_loss(random))) {
        return failed(fmt::format("loss {}: the two sides differ", i));
      }
    }
    return verified(fmt::format("{} quartic losses of two weights, at every weight", instances));
  };
}

/// ∇(¼‖∇L‖²) = factor · H∇L.
Fault gradient_of_penalty(const Rational& factor) {
  return [=](const Polynomial& loss) {
    const Field g = gradient(loss);
    const Field penalty = Rational(1, 4) * gradient(squared_norm(g));
    return !vanishes(penalty + (-factor) * along(g, g));
  };
}

/// The flow ẇ = f + h f₁ for the time h is w + h f + h² (f₁ + ½f'f) + …; a step of descent has no
/// h² term. Here f = −∇L and f₁ = −c ∇‖∇L‖².
Fault second_order(const Rational& c) {
  return [=](const Polynomial& loss) {
    const Field f = Rational(-1) * gradient(loss);
    const Field f1 = (-c) * gradient(squared_norm(f));
    return !vanishes(f1 + Rational(1, 2) * along(f, f));
  };
}

/// The h³ term of the flow ẇ = f + h f₁ + h² f₂, f₁ = −½f'f:
/// f₂ + ½(f₁'f + f'f₁) + (f''(f,f) + f'f'f)/6, which f₂ = a f'f'f + b f''(f,f) must cancel.
Fault third_order(const Rational& a, const Rational& b) {
  return [=](const Polynomial& loss) {
    const Field f = Rational(-1) * gradient(loss);
    const Field f1 = Rational(-1, 2) * along(f, f);
    const Field chain = along(f, along(f, f));
    const Field bend = second_derivative(f);
    const Field f2 = a * chain + b * bend;
    const Field sum =
        f2 + Rational(1, 2) * (along(f1, f) + along(f, f1)) + Rational(1, 6) * (bend + chain);
    return !vanishes(sum);
  };
}

/// On L = ½λw², after T/h steps: with x = hλ,
///   0 ≤ e^{−λT(1 + 2c x)} − (1 − x)^{T/h} ≤ e^{−λT(1 + 2c x)} · (T/h) x³/(3(1 − x)),
/// which is O(h²), because −log(1 − x) = x + x²/2 + x³/3 + … .
ProofCheck global_error(double c) {
  return [=](Stream& random) {
    const Interval rate = 0.5 + 0.25 * random.uniform();
    for (int level = 2; level <= 8; ++level) {
      const int steps = 1 << level;
      const Interval h = 1.0 / steps;  // a power of two; T = 1
      const Interval x = h * rate;
      const Interval descent = power(Interval(1) - x, steps);
      const Interval flow = exp(-rate * (Interval(1) + Interval(2 * c) * x));
      const Interval gap = flow - descent;
      const Interval most =
          flow * Interval(steps) * power(x, 3) / (Interval(3) * (Interval(1) - x));
      if (!(gap.lower() >= 0) || !certainly_at_most(gap, most)) {
        return failed(fmt::format("h = 1/{}: the gap is in {}, claimed at most {}", steps,
                                  to_string(gap), to_string(most)));
      }
    }
    return verified("h from 1/4 to 1/256 on a quadratic");
  };
}

const RegisteredProof implicit_regularisation{{
    .id = "proof/implicit-regularisation",
    .title = "Gradient descent follows the flow of the loss with a penalty on its gradient",
    .statement = R"(w - h\nabla L(w) = \phi_h(w) + O(h^3),\quad
        \dot w = -\nabla\bigl(L + \tfrac h4\|\nabla L\|^2\bigr))",
    .source = {"Barrett, Dherin 2020, arXiv:2009.11162", "Theorem 3.1"},
    .supports = {"descent/implicit-gradient-regularisation"},
    .steps =
        {{.name = "penalty",
          .statement = R"(\nabla\tfrac14\|\nabla L\|^2 = \tfrac12 H\nabla L)",
          .check = on_losses(gradient_of_penalty(Rational(1, 2))),
          .planted = {{"factor-dropped", "H∇L in place of ½H∇L", on_losses(gradient_of_penalty(1))},
                      {"sign-flipped", "−½H∇L", on_losses(gradient_of_penalty(Rational(-1, 2)))}}},
         {.name = "second-order",
          .statement =
              R"(f_1 + \tfrac12 f'f = 0,\ f = -\nabla L,\ f_1 = -\tfrac14\nabla\|\nabla L\|^2)",
          .uses = {"penalty"},
          .check = on_losses(second_order(Rational(1, 4))),
          .planted = {{"sign-flipped", "−h/4", on_losses(second_order(Rational(-1, 4)))},
                      {"eighth", "h/8", on_losses(second_order(Rational(1, 8)))},
                      {"half", "h/2", on_losses(second_order(Rational(1, 2)))},
                      {"one-per-cent", "1.01 h/4", on_losses(second_order(Rational(101, 400)))},
                      {"term-dropped", "the plain flow", on_losses(second_order(0))}}},
         {.name = "third-order",
          .statement =
              R"(f_2 = \tfrac13 f'f'f + \tfrac1{12} f''(f,f) \text{ cancels the term in } h^3)",
          .uses = {"second-order"},
          .check = on_losses(third_order(Rational(1, 3), Rational(1, 12))),
          .planted = {{"term-dropped", "without f''(f, f)",
                       on_losses(third_order(Rational(1, 3), 0))},
                      {"sign-flipped", "−f''(f, f)/12",
                       on_losses(third_order(Rational(1, 3), Rational(-1, 12)))},
                      {"penalty-alone", "f₂ = 0: the penalty is exact to all orders",
                       on_losses(third_order(0, 0))}}},
         {.name = "global-error",
          .statement = R"(0 \le e^{-\lambda T(1+h\lambda/2)} - (1-h\lambda)^{T/h} = O(h^2))",
          .uses = {"second-order"},
          .check = global_error(0.25),
          .planted = {{"sign-flipped", "−h/4", global_error(-0.25)},
                      {"half", "h/2", global_error(0.5)},
                      {"term-dropped", "the plain flow", global_error(0)}}}},
    .remark = "The first two orders are the theorem; the third shows what it leaves out.",
}};

}  // namespace
}  // namespace asymptest::implicit_regularisation_proof
