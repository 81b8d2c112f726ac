// Walks over millions of numbers and exits with 1 if an enclosure misses the exact value there.
//
// This oracle is compiled once, with the project's own flags; what it checks is compiled with every
// compiler and set of flags that might break directed rounding (CMakeLists.txt beside it) and
// linked in turn. It is 50-digit arithmetic that steps from one number to the next by addition
// theorems, which is fast enough for millions of them: e^{x+h} = e^x e^h, log b − log a = 2
// artanh((b − a)/(b + a)), and the Taylor series of erf by Hermite polynomials. Each step errs by
// less than 1e-35, so that the sum stays far below the last bit of a double, and an excess over
// `oracle_error` is the enclosure's fault. Products of matrices are held against exact sums.
#include <algorithm>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>
#include <cstdio>
#include <span>
#include <vector>

#include "rigor/compilers/under_test.hpp"

namespace {

using asymptest::rigor::compilers::Bounds;
using asymptest::rigor::compilers::enclosed;
using asymptest::rigor::compilers::Function;
using Real = boost::multiprecision::cpp_bin_float_50;

/// At most a million steps, each off by less than 1e-35, relative to values above 1e-9.
const Real oracle_error{"1e-28"};

struct Tally {
  const char* function;
  long checked = 0;
  long missed = 0;

  void check(double x, const Bounds& enclosure, const Real& exact) {
    ++checked;
    const bool holds = Real(enclosure.lower) <= exact + oracle_error &&
                       exact - oracle_error <= Real(enclosure.upper);
    if (holds) return;
    if (missed++ == 0) {
      std::printf("%s(%a) is not in [%a, %a]\n", function, x, enclosure.lower, enclosure.upper);
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
  Tally of_matrix{"tanh of a matrix"};
  Tally of_softplus{"softplus"};
  constexpr double first = -14;
  const Real ratio = exp(Real(step));
  Real e = exp(Real(first));
  Real softplus_exact = log(1 + e);
  for (long i = 0; i < 420000; ++i) {
    const double x = first + static_cast<double>(i) * step;  // exact: few bits are needed
    of_exp.check(x, enclosed(Function::exp, x), e);
    of_expm1.check(x, enclosed(Function::expm1, x), e - 1);
    const Real tanh_exact = (e - 1) / (e + 1);
    of_tanh.check(x / 2, enclosed(Function::tanh, x / 2), tanh_exact);
    of_matrix.check(x / 2, enclosed(Function::tanh_of_matrix, x / 2), tanh_exact);
    of_softplus.check(x, enclosed(Function::softplus, x), softplus_exact);
    const Real next = e * ratio;
    softplus_exact += log_step(1 + e, 1 + next);
    e = next;
  }
  const bool sound[] = {of_exp.sound(), of_expm1.sound(), of_tanh.sound(), of_matrix.sound(),
                        of_softplus.sound()};
  return std::all_of(std::begin(sound), std::end(sound), [](bool each) { return each; });
}

bool logarithms_are_enclosed() {
  Tally of_log{"log"};
  double x = 0x1p-40;
  Real exact = log(Real(x));
  while (x < 0x1p40) {
    of_log.check(x, enclosed(Function::log, x), exact);
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
    of_erf.check(x, enclosed(Function::erf, x), exact);
    exact += erf_step(x, scale * exp(-Real(x) * x), step);
  }
  return of_erf.sound();
}

/// Numbers that no two operations of which are exact; no second one is 0.
struct Pairs {
  std::vector<double> a, b;
};

Pairs pairs_to_combine() {
  Pairs pairs;
  double a = 1;
  for (long i = 0; i < 400000; ++i) {
    a = std::fmod(a * 3.9173 + 0.1, 4.0) + 0x1p-30;
    const double b = std::fmod(a * 17.77, 3.0) - 1.4999;
    if (b == 0) continue;
    pairs.a.push_back(a);
    pairs.b.push_back(b);
  }
  return pairs;
}

bool arithmetic_is_enclosed() {
  Tally of_sum{"sum"};
  Tally of_product{"product"};
  Tally of_ratio{"ratio"};
  const Pairs pairs = pairs_to_combine();
  std::vector<Bounds> sums(pairs.a.size());
  std::vector<Bounds> products(pairs.a.size());
  std::vector<Bounds> ratios(pairs.a.size());
  enclose_sums(pairs.a, pairs.b, sums);
  enclose_products(pairs.a, pairs.b, products);
  enclose_ratios(pairs.a, pairs.b, ratios);
  for (std::size_t i = 0; i < pairs.a.size(); ++i) {
    // 50 digits hold each sum and product of the chain exactly.
    const Real a(pairs.a[i]);
    const Real b(pairs.b[i]);
    of_sum.check(pairs.a[i], sums[i], b);
    of_product.check(pairs.a[i], products[i], a * b + a);
    of_ratio.check(pairs.a[i], ratios[i], a / b);
  }
  const bool sound[] = {of_sum.sound(), of_product.sound(), of_ratio.sound()};
  return sound[0] && sound[1] && sound[2];
}

/// Holds a sum of a few hundred products of doubles between 2^-20 and 2^20 without error: 106 bits
/// of a product, 80 of the range, 9 of the count.
using Wide = boost::multiprecision::number<
    boost::multiprecision::cpp_bin_float<320, boost::multiprecision::digit_base_2>>;

/// Numbers of all sizes from 2^-20 to 2^20 and both signs, so that sums cancel and round.
std::vector<double> scattered(std::size_t count, double seed) {
  std::vector<double> numbers(count);
  double x = seed;
  for (double& number : numbers) {
    x = std::fmod(x * 3.9173 + 0.1, 4.0) + 0x1p-30;
    number = std::ldexp(x - 2, static_cast<int>(std::fmod(x * 1e6, 40.0)) - 20);
  }
  return numbers;
}

/// How many entries of a product of two matrices of `order` rows and columns are missed.
long missed_of_product(std::size_t order, std::size_t inner) {
  const std::vector<double> a = scattered(order * inner, 1.1);
  const std::vector<double> b = scattered(inner * order, 2.3);
  std::vector<Bounds> enclosed_entries(order * order);
  enclose_matrix_product({order, inner, order}, a, b, enclosed_entries);
  long missed = 0;
  for (std::size_t i = 0; i < order; ++i) {
    for (std::size_t j = 0; j < order; ++j) {
      Wide exact = 0;
      for (std::size_t k = 0; k < inner; ++k) exact += Wide(a[k * order + i]) * b[j * inner + k];
      const Bounds& entry = enclosed_entries[j * order + i];
      if (!(Wide(entry.lower) <= exact && exact <= Wide(entry.upper))) ++missed;
    }
  }
  return missed;
}

bool matrix_products_are_enclosed() {
  constexpr std::size_t order = 24;
  long checked = 0;
  long missed = 0;
  for (const std::size_t inner : {1, 2, 7, 64, 301}) {
    checked += order * order;
    missed += missed_of_product(order, inner);
  }
  std::printf("%-9s %ld numbers, %ld missed\n", "matrices", checked, missed);
  return missed == 0;
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): what escapes fails the test, as it should
int main() {
  const bool sound[] = {arithmetic_is_enclosed(), matrix_products_are_enclosed(),
                        exponentials_are_enclosed(), logarithms_are_enclosed(),
                        error_functions_are_enclosed()};
  for (const bool one : sound) {
    if (!one) return 1;
  }
  return 0;
}
