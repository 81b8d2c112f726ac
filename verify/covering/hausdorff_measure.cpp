#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/fractals/cantor_measure.hpp"
#include "trials/cantor_trials.hpp"

namespace asymptest::covering::hausdorff_measure_claim {
namespace {

/// Weights q and q³: the laws are periodic in log N with period log(1/q), and so with twice it.
const double heavy = learning::weight_with_power(3);
const double two_periods = 1 / (heavy * heavy);
const double mean_exponent = -learning::mean_distance_exponent(heavy);
const double typical_exponent = -learning::typical_distance_exponent(heavy);
const double regular_exponent = -std::log(3.0) / std::log(2.0);
/// A quarter of the way from an exponent to the set's own: what a control's interval may reach.
const double near_mean = 0.25 * (mean_exponent - regular_exponent);
const double near_typical = 0.25 * (regular_exponent - typical_exponent);

double samples_and_fresh_points(const Point& at) { return at["N"] + 512; }
Budget many_trials() {
  return {.first = 64, .quick = 8192, .standard = 32768, .full = 131072, .cost = cantor_cost};
}

const char* const no_empty_thirds =
    "a third without samples has the chance exp(-p N), less than any power";

Budget many_fresh_points() {
  return {.first = 64,
          .quick = 8192,
          .standard = 32768,
          .full = 131072,
          .cost = samples_and_fresh_points};
}

Prediction mean_law() {
  return theta({{"N", mean_exponent}})
      .within(0.035)
      .rival(regular_exponent, "the set's dimension, log 3/log 2")
      .rival(typical_exponent, "the measure's dimension, log 3/H(p)")
      .because("two bands stay clear of the set's own exponent, 0.079 away");
}

Prediction typical_law() {
  return theta({{"N", typical_exponent}})
      .within(0.08)
      .rival(regular_exponent, "the set's dimension, log 3/log 2")
      .rival(mean_exponent, "the exponent of the mean")
      .of(Summary::geometric_mean)
      .because("two bands stay clear of the set's own exponent, 0.17 away");
}

const Registered hausdorff_measure_mean{{
    .id = "covering/hausdorff-measure-mean",
    .title = "On one and the same Cantor set the mean distance follows the measure",
    .statement = R"(\mathbb{E}\,\delta_N = \Theta(N^{-\beta}), \qquad
        p_1^{1-\beta} + p_2^{1-\beta} = 3)",
    .source = {"from the measure's self-similarity, E δ(N) = Σ pᵢ E δ(pᵢN)/3",
               "verify/covering/README.md"},
    .assumes = {"the weights are uneven"},
    .sweep = cantor_sizes(two_periods),
    .measure = {"mean distance of a fresh point to the nearest sample, Bernoulli measure of "
                "weights 0.682 and 0.318",
                Polarity::exact, mean_distance_on_cantor_set(heavy)},
    .predict = mean_law()
                   .with_period(two_periods)
                   .corrected_by(transient_exponent(heavy), "the renewal equation's other roots"),
    .budget = many_trials(),
    .controls = {{.name = "even-weights",
                  .breaks = "the weights are uneven",
                  .expect = near(regular_exponent, near_mean),
                  .trial = mean_distance_on_cantor_set(0.5),
                  .sweep = cantor_sizes(2),
                  .predict = mean_law().with_period(2).corrected_by(1, no_empty_thirds),
                  .remark = "the uniform measure, which is Ahlfors regular: log 3/log 2"}},
    .remark = "Regions of little measure are poorly sampled and cost the mean more than the dense "
              "ones save it: β = 1.506 for 1.585.",
}};

const Registered hausdorff_measure_typical{{
    .id = "covering/hausdorff-measure-typical",
    .title = "The typical distance on a Cantor set follows the measure's own dimension",
    .statement = R"(\exp \mathbb{E} \log \delta_N = \Theta(N^{-\log 3/H(p)}))",
    .source = {"Falconer 2014, Fractal Geometry", "proposition 10.4"},
    .assumes = {"the weights are uneven"},
    .sweep = cantor_sizes(two_periods),
    .measure = {"geometric mean of the distances of 512 fresh points to the nearest sample, "
                "Bernoulli measure of weights 0.682 and 0.318",
                Polarity::exact, typical_distance_on_cantor_set(heavy)},
    .predict = typical_law()
                   .with_period(two_periods)
                   .corrected_by(1, "the other roots of qz + q³z³ = 1: more than 3/2"),
    .budget = many_fresh_points(),
    .controls = {{.name = "even-weights",
                  .breaks = "the weights are uneven",
                  .expect = near(regular_exponent, near_typical),
                  .trial = typical_distance_on_cantor_set(0.5),
                  .sweep = cantor_sizes(2),
                  .predict = typical_law().with_period(2).corrected_by(1, no_empty_thirds),
                  .remark = "the uniform measure, for which mean and typical exponent agree"}},
}};

const Registered hausdorff_measure_as_stated{{
    .id = "covering/hausdorff-measure-as-stated",
    .title = "Erratum: the distance does not scale by the dimension of the set alone",
    .statement = R"(\exp \mathbb{E} \log \delta_N = \Theta(N^{-1/\dim_H}), \qquad
        \dim_H = \frac{\log 2}{\log 3})",
    .source = {"Forum post on data scaling from Hausdorff dimension, 2025",
               "the exact form of the exponent"},
    .assumes = {"the data lie on the Cantor set"},
    .sweep = cantor_sizes(two_periods),
    .measure = {"geometric mean of the distances of 512 fresh points to the nearest sample, "
                "Bernoulli measure of weights 0.682 and 0.318",
                Polarity::exact, typical_distance_on_cantor_set(heavy)},
    .predict = theta({{"N", regular_exponent}})
                   .within(0.08)
                   .of(Summary::geometric_mean)
                   .with_period(two_periods)
                   .corrected_by(1, "that of the corrected law")
                   .because("the band of the corrected law"),
    .budget = many_fresh_points(),
    .corrected_by = "covering/hausdorff-measure-typical",
    .expect = near(typical_exponent, near_typical),
    .remark =
        "It holds where the measure is Ahlfors regular, as for even weights. The mean has yet "
        "another exponent, 1.506.",
}};

}  // namespace
}  // namespace asymptest::covering::hausdorff_measure_claim
