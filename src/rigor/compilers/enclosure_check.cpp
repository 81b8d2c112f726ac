// Walks over millions of numbers and exits with 1 if an enclosure misses the exact value there.
//
// It is compiled by itself with every compiler and set of flags that might break directed rounding
// (CMakeLists.txt beside it), together with the sources that it checks. The oracle is 50-digit
// arithmetic that steps from one number to the next by addition theorems, which is fast enough for
// millions of them: e^{x+h} = e^x e^h, log b − log a = 2 artanh((b − a)/(b + a)), and the Taylor
// series of erf by Hermite polynomials. Each step errs by less than 1e-35, so that the sum stays
// far below the last bit of a double, and an excess over `oracle_error` is the enclosure's fault.
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>
#include <cstdio>

#include "product_check.hpp"
#include "rigor/elementary.hpp"

namespace {

using asymptest::rigor::Interval;
using Real = boost::multiprecision::cpp_bin_float_50;

/// At most a million steps, each off by less than 1e-35, relative to values above 1e-9.
const Real oracle_error{"1e-28"};

struct Tally {
  const char* function;
  long checked = 0;
  long missed = 0;

  void check(double x, const Interval& enclosure, const Real& exact) {
    ++checked;
    const bool holds = Real(enclosure.lower()) <= exact + oracle_error &&
                       exact - oracle_error <= Real(enclosure.upper());
    if (holds) return;
    if (missed++ == 0) {
      std::printf("%s(%a) is not in %s\n", function, x, to_string(enclosure).c_str());
    }
  }

  [[nodiscard]] bool sound() const {
    std::printf("%-9s %ld numbers, %ld missed\n", function, checked, missed);
    return checked > 0 && missed == 0;
  }
};

/// log b − log a for b near a: artanh's series to the fifth order, the next term is below 1e-35.
Real log_step(const Real& a, const Real& b) {
  const Real s = (b - a) / (b + a);
  const Real s2 = s * s;
  return 2 * s * (1 + s2 * (Real(1) / 3 + s2 * (Real(1) / 5 + s2 / 7)));
}

/// A step that is no power of two, so that the numbers visited use all bits.
constexpr double step = 0x1.000a3p-14;

bool exponentials_are_enclosed() {
  Tally of_exp{"exp"};
  Tally of_expm1{"expm1"};
  Tally of_tanh{"tanh"};
  Tally of_softplus{"softplus"};
  constexpr double first = -14;
  const Real ratio = exp(Real(step));
  Real e = exp(Real(first));
  Real softplus_exact = log(1 + e);
  for (long i = 0; i < 420000; ++i) {
    const double x = first + static_cast<double>(i) * step;  // exact: few bits are needed
    of_exp.check(x, exp(Interval(x)), e);
    of_expm1.check(x, expm1(Interval(x)), e - 1);
    of_tanh.check(x / 2, tanh(Interval(x / 2)), (e - 1) / (e + 1));
    of_softplus.check(x, softplus(Interval(x)), softplus_exact);
    const Real next = e * ratio;
    softplus_exact += log_step(1 + e, 1 + next);
    e = next;
  }
  const bool sound[] = {of_exp.sound(), of_expm1.sound(), of_tanh.sound(), of_softplus.sound()};
  return sound[0] && sound[1] && sound[2] && sound[3];
}

bool logarithms_are_enclosed() {
  Tally of_log{"log"};
  double x = 0x1p-40;
  Real exact = log(Real(x));
  while (x < 0x1p40) {
    of_log.check(x, log(Interval(x)), exact);
    const double next = x * 1.0001220703125;
    exact += log_step(x, next);
    x = next;
  }
  return of_log.sound();
}

/// erf(x + h) − erf(x) = 2/√π e^{−x²} Σ_k (−1)^k H_k(x) h^{k+1}/(k+1)!, with H_{k+1} = 2x H_k − 2k
/// H_{k−1}; ten terms, the next is below 1e-40.
Real erf_step(const Real& x, const Real& density, double h) {
  Real before = 0;
  Real hermite = 1;
  Real weight = h;
  Real sum = 0;
  for (int k = 0; k < 10; ++k) {
    sum += hermite * weight;
    const Real next = 2 * x * hermite - 2 * k * before;
    before = hermite;
    hermite = next;
    weight *= -Real(h) / (k + 2);
  }
  return density * sum;
}

bool error_functions_are_enclosed() {
  Tally of_erf{"erf"};
  const Real scale = 2 / sqrt(4 * atan(Real(1)));
  Real exact = 0;
  for (long i = 0; i < 100000; ++i) {
    const double x = static_cast<double>(i) * step;
    of_erf.check(x, erf(Interval(x)), exact);
    exact += erf_step(x, scale * exp(-Real(x) * x), step);
  }
  return of_erf.sound();
}

bool arithmetic_is_enclosed() {
  Tally of_sum{"sum"};
  Tally of_product{"product"};
  Tally of_ratio{"ratio"};
  double a = 1;
  for (long i = 0; i < 400000; ++i) {
    a = std::fmod(a * 3.9173 + 0.1, 4.0) + 0x1p-30;
    const double b = std::fmod(a * 17.77, 3.0) - 1.4999;
    // Chains in one expression: what a compiler would like to contract or reassociate. 50 digits
    // hold each sum and product of the chain exactly.
    const Real ra(a);
    const Real rb(b);
    of_sum.check(a, Interval(a) + Interval(b) - Interval(a), rb);
    of_product.check(a, Interval(a) * Interval(b) + Interval(a), ra * rb + ra);
    if (b != 0) of_ratio.check(a, Interval(a) / Interval(b), ra / rb);
  }
  const bool sound[] = {of_sum.sound(), of_product.sound(), of_ratio.sound()};
  return sound[0] && sound[1] && sound[2];
}

}  // namespace

int main() {
  const bool sound[] = {arithmetic_is_enclosed(), products_are_enclosed(),
                        exponentials_are_enclosed(), logarithms_are_enclosed(),
                        error_functions_are_enclosed()};
  for (const bool one : sound) {
    if (!one) return 1;
  }
  return 0;
}
