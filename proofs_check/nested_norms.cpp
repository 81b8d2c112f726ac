#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "asymptest/claim/proof.hpp"
#include "proofs_check/random_rational.hpp"
#include "rigor/matrices/rational_matrix.hpp"

namespace asymptest::nested_norms_proof {
namespace {

using rigor::dot;
using rigor::Rational;
using rigor::RationalMatrix;
using rigor::RationalVector;

constexpr std::size_t samples = 4, fewest_features = 4, most_features = 9;
constexpr int instances = 40;

/// Φ: a row for each sample, a column for each feature; whole numbers from −9 to 9.
RationalMatrix random_features(Stream& random) {
  RationalMatrix features(samples, most_features);
  for (std::size_t i = 0; i < samples; ++i) {
    for (std::size_t j = 0; j < most_features; ++j) features(i, j) = whole_number(random, 9);
  }
  return features;
}

RationalVector random_vector(std::size_t size, Stream& random) {
  RationalVector values;
  for (std::size_t i = 0; i < size; ++i) values.push_back(whole_number(random, 9));
  return values;
}

/// w = Φᵀ(ΦΦᵀ)⁻¹y; empty if the rows of Φ are dependent.
std::optional<RationalVector> min_norm(const RationalMatrix& features, const RationalVector& y) {
  const auto dual = solve(features * features.transposed(), y);
  if (!dual) return std::nullopt;
  return features.transposed() * *dual;
}

struct Instance {
  RationalMatrix features;
  RationalVector labels;
};

/// An instance whose first four features interpolate already.
Instance random_instance(Stream& random) {
  for (;;) {
    Instance one{random_features(random), random_vector(samples, random)};
    if (min_norm(one.features.left_columns(fewest_features), one.labels)) return one;
  }
}

ProofCheck on_instances(std::function<std::optional<std::string>(const Instance&, Stream&)> fault) {
  return [fault = std::move(fault)](Stream& random) {
    for (int i = 0; i < instances; ++i) {
      if (const auto found = fault(random_instance(random), random)) {
        return failed(fmt::format("instance {}: {}", i, *found));
      }
    }
    return verified(fmt::format("{} random integer instances, {} samples, up to {} features",
                                instances, samples, most_features));
  };
}

std::optional<std::string> fails_to_interpolate(const Instance& one, Stream&) {
  const RationalVector w = min_norm(one.features, one.labels).value();
  if (one.features * w != one.labels) return "the solution misses a label";
  return std::nullopt;
}

/// With the wrong weights: Φᵀy, which interpolates only if ΦΦᵀ is the identity.
std::optional<std::string> fails_without_the_solve(const Instance& one, Stream&) {
  if (one.features * (one.features.transposed() * one.labels) != one.labels) {
    return "the solution misses a label";
  }
  return std::nullopt;
}

/// Whether some interpolating solution is shorter than w: those are w + k with Φk = 0.
std::optional<std::string> is_not_least(const RationalVector& w, const Instance& one,
                                        Stream& random) {
  const RationalVector z = random_vector(most_features, random);
  const RationalVector seen = min_norm(one.features, one.features * z).value();
  RationalVector k(most_features), other(most_features);
  for (std::size_t i = 0; i < most_features; ++i) {
    k[i] = z[i] - seen[i];
    other[i] = w[i] + k[i];
  }
  if (one.features * other != one.labels) return "w + k does not interpolate";
  if (dot(w, k) != 0) return "the solution is not orthogonal to the null space";
  if (dot(other, other) != dot(w, w) + dot(k, k)) return "Pythagoras fails";
  return std::nullopt;
}

std::optional<std::string> solution_is_not_least(const Instance& one, Stream& random) {
  return is_not_least(min_norm(one.features, one.labels).value(), one, random);
}

/// The solution on the first four features, padded: it interpolates but is not least.
RationalVector padded(const Instance& one, std::size_t features) {
  RationalVector w = min_norm(one.features.left_columns(features), one.labels).value();
  w.resize(most_features);
  return w;
}

std::optional<std::string> padded_is_not_least(const Instance& one, Stream& random) {
  return is_not_least(padded(one, fewest_features), one, random);
}

/// Alters padded weights.
using Misplaced = std::function<void(RationalVector& padded)>;

std::function<std::optional<std::string>(const Instance&, Stream&)> padding_misses(
    const Misplaced& misplace) {
  return [=](const Instance& one, Stream&) -> std::optional<std::string> {
    for (std::size_t features = fewest_features; features <= most_features; ++features) {
      RationalVector w = padded(one, features);
      misplace(w);
      if (one.features * w != one.labels) {
        return fmt::format("padding {} features misses a label", features);
      }
    }
    return std::nullopt;
  };
}

void as_it_is(RationalVector&) {}
void zeros_in_front(RationalVector& w) { std::rotate(w.begin(), w.end() - 1, w.end()); }
void one_per_cent_more(RationalVector& w) {
  for (Rational& weight : w) weight *= Rational(101, 100);
}

using Scale = std::function<Rational(std::size_t features)>;

std::function<std::optional<std::string>(const Instance&, Stream&)> norm_increases(
    const Scale& scale, bool nested) {
  return [=](const Instance& one, Stream& random) -> std::optional<std::string> {
    std::optional<Rational> before;
    for (std::size_t features = fewest_features; features <= most_features; ++features) {
      Instance now = one;
      if (!nested) now = random_instance(random);
      const RationalVector w = min_norm(now.features.left_columns(features), one.labels).value();
      const Rational norm = scale(features) * dot(w, w);
      if (before && norm > *before) {
        return fmt::format("from {} to {} features the squared norm grows to {}", features - 1,
                           features, norm.str());
      }
      before = norm;
    }
    return std::nullopt;
  };
}

Rational unscaled(std::size_t) { return 1; }
Rational times_features(std::size_t features) { return Rational(features); }

const RegisteredProof nested_norms{{
    .id = "proof/nested-norms",
    .title = "A richer class interpolates with a norm that is no larger",
    .statement = R"(S_1 \subset S_2 \Rightarrow \min_{f \in S_2} \|f\| \le \min_{f \in S_1} \|f\|)",
    .source = {"Belkin 2021, arXiv:2105.14368", "section 3, inductive biases"},
    .steps =
        {{.name = "interpolates",
          .statement = R"(w = \Phi^\top(\Phi\Phi^\top)^{-1}y \text{ has } \Phi w = y)",
          .check = on_instances(fails_to_interpolate),
          .planted = {{"no-solve", "w = Φᵀy", on_instances(fails_without_the_solve)}}},
         {.name = "least",
          .statement = R"(\Phi k = 0 \Rightarrow \|w+k\|^2 = \|w\|^2 + \|k\|^2)",
          .uses = {"interpolates"},
          .check = on_instances(solution_is_not_least),
          .planted = {{"padded", "the solution on fewer features, which interpolates too",
                       on_instances(padded_is_not_least)}}},
         {.name = "padding",
          .statement = R"(\text{the solution on fewer features, padded with zeros, interpolates})",
          .uses = {"interpolates"},
          .check = on_instances(padding_misses(as_it_is)),
          .planted = {{"one-per-cent", "1.01 w", on_instances(padding_misses(one_per_cent_more))},
                      {"wrong-end", "a zero in front of the weights instead of behind them",
                       on_instances(padding_misses(zeros_in_front))}}},
         {.name = "monotone",
          .statement = R"(\|w_{N+1}\| \le \|w_N\|)",
          .uses = {"least", "padding"},
          .check = on_instances(norm_increases(unscaled, true)),
          .planted = {{"features-drawn-anew", "the larger class does not contain the smaller",
                       on_instances(norm_increases(unscaled, false))},
                      {"normalised", "N‖w‖², the norm with features scaled by 1/√N",
                       on_instances(norm_increases(times_features, true))}}}},
    .remark = "The slides compare ‖f‖ in one norm with ‖f‖ in another (an index slip): it is the "
              "same norm on both sides.",
}};

}  // namespace
}  // namespace asymptest::nested_norms_proof
