#include <cmath>
#include <utility>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "learning/geometry/torus.hpp"
#include "trials/orbit_trials.hpp"

namespace asymptest::scaling::augmentation_claim {
namespace {

constexpr const char* invariant = "the labels are invariant under the group";

const Registered augmentation_orbits{{
    .id = "scaling/augmentation-orbits",
    .title = "With all translates the dimension of the group drops out",
    .statement = R"(\mathbb{E}\,\delta_{N,\infty} = \Theta(N^{-1/(d-g)}), \qquad d = 2,\ g = 1)",
    .source = {"from the mean distance in the quotient by the group", "verify/scaling/README.md"},
    .assumes = {invariant},
    .sweep = {axis("N", "samples").geometric(32, 2048)},
    .measure =
        {"mean distance of 256 fresh points of the 2-torus to the nearest orbit of N samples",
         Polarity::exact, distance_to_orbits},
    .predict = theta({{"N", -1}})
                   .within(0.06)
                   .corrected_by(1, "the exact law on the circle, 1/(2(N + 1))")
                   .because("a tenth of the gap to what samples alone cover"),
    .controls = {{.name = "no-invariance",
                  .breaks = invariant,
                  .expect = near(-0.5, 0.05),
                  .trial = distance_to_samples,
                  .correction = Correction{1, "Stirling's series of N!/Γ(N + 1 + 1/d)"},
                  .remark = "without it a sample speaks for itself alone"}},
}};

constexpr const char* few = "there are far fewer translates of a sample than samples";
constexpr const char* to_translates =
    "mean distance of 256 fresh points of the 2-torus to the nearest of k random translates of N "
    "samples";

double law_of_as_many_samples(const Point& at) {
  return learning::mean_nearest_torus_distance_law(2, at["k"] * at["N"]);
}

double law_of_translates(const Point& at) { return mean_distance_to_translates(at["N"], at["k"]); }

Sweep translates(std::vector<double> samples, std::vector<double> counts) {
  return {axis("N", "samples").listed(std::move(samples)),
          axis("k", "translates of each").listed(std::move(counts))};
}

/// Orbits are N points of a circle.
double law_of_orbits(const Point& at) {
  return learning::mean_nearest_torus_distance_law(1, at["N"]);
}

/// By how much another law is off that of translates at a point.
double share_of(double (*other)(const Point&), const Point& at) {
  return other(at) / law_of_translates(at) - 1;
}

/// By how much more than the law its samples alone are away at a point.
double share_of_samples(double (*law)(const Point&), const Point& at) {
  return learning::mean_nearest_torus_distance_law(2, at["N"]) / law(at) - 1;
}

const Registered augmentation_multiplies{{
    .id = "scaling/augmentation-multiplies",
    .title = "A few translates of each of N samples act as so many times the samples",
    .statement = R"(\frac{\mathbb{E}\,\delta_{N,k}}{\mathbb{E}\,\delta_{kN}} \to 1,
        \qquad k \ll N^{g/(d-g)},\ d = 2,\ g = 1)",
    .source = {"from the chance that a sample has a translate within r",
               "verify/scaling/README.md"},
    .assumes = {invariant, few},
    .sweep = translates({2048, 8192}, {2, 4, 8}),
    .measure = {to_translates, Polarity::exact, distance_to_translates},
    .predict = equals(law_of_as_many_samples)
                   .within(0.025)
                   .rival(std::sqrt(8.0 / 9) - 1, "a translate more, k = 8")
                   .because("two bands stay clear of a translate more or less; what is left is of "
                            "the order (k/N)^(1/2), 0.015 at most"),
    .budget = {.first = 64, .quick = 1024},
    .controls = {{.name = "more-than-samples",
                  .breaks = few,
                  .expect = near(mean_distance_to_translates(64, 512) /
                                         learning::mean_nearest_torus_distance_law(2, 64 * 512) -
                                     1,
                                 0.1)
                                .because("by the exact law: the orbits' distance, nearly"),
                  .trial = distance_to_translates,
                  .sweep = translates({64}, {512})},
                 {.name = "no-invariance",
                  .breaks = invariant,
                  .expect =
                      near(share_of_samples(law_of_as_many_samples, {{"N", 2048}, {"k", 8}}), 0.1)
                          .because("a sample speaks for itself alone, √8 times as far away"),
                  .trial = distance_to_samples,
                  .sweep = translates({2048}, {8})}},
}};

const Registered augmentation_crossover{{
    .id = "scaling/augmentation-crossover",
    .title = "From k translates of a sample to its orbit the distance has its exact law",
    .statement = R"(\mathbb{E}\,\delta_{N,k} = \int_0^\infty \Bigl(1 - \int_{-r}^r 1 -
        \bigl(1 - 2\sqrt{r^2-x^2}\bigr)^k\,dx\Bigr)^N dr, \qquad d = 2,\ g = 1)",
    .source = {"from the chance that a sample has a translate within r",
               "verify/scaling/README.md"},
    .assumes = {invariant},
    .sweep = translates({32}, {1, 8, 64, 512}),
    .measure = {to_translates, Polarity::exact, distance_to_translates},
    .predict = equals(law_of_translates)
                   .within(0.02)
                   .rival(share_of(law_of_as_many_samples, {{"N", 32}, {"k", 8}}),
                          "k N independent samples, k = 8")
                   .rival(share_of(law_of_orbits, {{"N", 32}, {"k", 64}}), "whole orbits, k = 64")
                   .because("two bands stay clear of both limits halfway between them"),
    .budget = {.first = 64, .quick = 4096},
    .controls = {{.name = "no-invariance",
                  .breaks = invariant,
                  .expect = near(share_of_samples(law_of_translates, {{"N", 32}, {"k", 8}}), 0.1)
                                .because("a sample speaks for itself alone"),
                  .trial = distance_to_samples,
                  .sweep = translates({32}, {8})}},
}};

const Registered augmentation_expands_as_stated{{
    .id = "scaling/augmentation-expands-as-stated",
    .title = "Erratum: augmentation does not expand the data manifold",
    .statement = R"(\mathbb{E}\,\delta_{N,\infty} = \Theta(N^{-1/d'}), \quad d' \ge d,
        \qquad d = 2)",
    .source = {"Notes on machine learning as interpolation, 2024",
               "data augmentation and manifold expansion"},
    .assumes = {invariant},
    .sweep = {axis("N", "samples").geometric(32, 2048)},
    .measure =
        {"mean distance of 256 fresh points of the 2-torus to the nearest orbit of N samples",
         Polarity::exact, distance_to_orbits},
    .predict = at_least({{"N", -0.5}})
                   .within(0.06)
                   .corrected_by(1, "the exact law on the circle, 1/(2(N + 1))")
                   .because("the band of the corrected law"),
    .corrected_by = "scaling/augmentation-orbits",
    .expect = near(-1, 0.06),
    .remark =
        "A larger manifold, of dimension d' at least d, would be harder to cover; the quotient "
        "by the group is smaller, and N samples cover it as samples of dimension d − g.",
}};

}  // namespace
}  // namespace asymptest::scaling::augmentation_claim
