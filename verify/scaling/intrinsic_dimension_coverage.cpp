#include <string>
#include <utility>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "learning/dimension/sphere_likelihood_law.hpp"
#include "trials/interval_trials.hpp"

namespace asymptest::scaling::intrinsic_dimension_coverage_claim {
namespace {

constexpr int neighbours = 5;
constexpr double covered = 0.945;  // the middle of 90 and 99 %
constexpr const char* of_mean = "the interval is that of the estimator's own mean";
constexpr const char* on_set = "the points lie on the set";

double dimension_of_set(const Point& at) { return at["d"]; }

double dimension_one_more(const Point& at) { return at["d"] + 1; }

/// 1/E m, curvature and all.
double mean_on_sphere(const Point& at) {
  return 1 / learning::sphere_likelihood_law(static_cast<int>(at.count("d")),
                                             static_cast<int>(at.count("N")), neighbours);
}

Sweep dimensions(std::vector<double> of_set, double points = 250) {
  return {axis("d", "dimension").listed(std::move(of_set)),
          axis("N", "points").geometric(points, points, 4).standard(2000)};
}

Prediction covers() {
  return equals([](const Point&) { return covered; })
      .of(Summary::proportion)
      .within(0.045 / covered)
      .because("90 to 99 % for a nominal 95 %: half-samples of 31 partings and Student's quantile");
}

Budget budget() { return {.first = 128, .quick = 2048, .standard = 4096}; }

const Registered of_likelihood{{
    .id = "scaling/intrinsic-dimension-coverage",
    .title = "The likelihood's 95 % intervals cover its mean on spheres of dimension 1 to 10",
    .statement = R"(\Pr\Bigl(\frac{1}{\mathbb{E}\,\hat d^{-1}} \in I_{95\%}\Bigr)
        \in [0.90,\ 0.99], \qquad d = 1, \dots, 10)",
    .source = {"McCarthy 1969, Pseudo-replication: half samples", "balanced half-samples"},
    .assumes = {of_mean},
    .sweep = dimensions({1, 2, 5, 10}),
    .measure = {"share of intervals at k = 5, from uniform points of S^d, that hold the "
                "estimator's exact mean",
                Polarity::exact,
                interval_holds(Estimator::likelihood, neighbours, points_of_sphere,
                               mean_on_sphere)},
    .predict = covers(),
    .budget = budget(),
    .controls = {{.name = "the-dimension-itself",
                  .breaks = of_mean,
                  .expect = near(-1, 0.1).because(
                      "the curvature's bias at d = 10, from 500 points on several standard errors "
                      "of 1/√(N k)"),
                  .trial = interval_holds(Estimator::likelihood, neighbours, points_of_sphere,
                                          dimension_of_set),
                  .sweep = dimensions({10}, 500)}},
    .remark = "Up to d = 2 the mean is the dimension itself; beyond, the bias is what "
              "sphere_likelihood_law tells, and no interval of an estimate can hold it.",
}};

const char* const of_interval =
    "share of intervals at k = 5, from uniform points of a torus of d circles, that hold d";

/// On circles and tori of dimension 1 and 2 the dimension itself.
Claim for_estimator(const std::string& name, const std::string& title, Estimator estimator,
                    const Prediction& law) {
  return {
      .id = "scaling/intrinsic-dimension-coverage-" + name,
      .title = title + " on tori of dimension 1 and 2",
      .statement = R"(\Pr(d \in I_{95\%}) \in [0.90,\ 0.99], \qquad d = 1, 2)",
      .source = {"McCarthy 1969, Pseudo-replication: half samples", "balanced half-samples"},
      .assumes = {on_set},
      .sweep = dimensions({1, 2}),
      .measure = {of_interval, Polarity::exact,
                  interval_holds(estimator, neighbours, points_of_circles, dimension_of_set)},
      .predict = law,
      .budget = budget(),
      .controls = {{.name = "a-dimension-more",
                    .breaks = on_set,
                    .expect = near(-1, 0.1).because("d + 1 is tens of standard errors away"),
                    .trial = interval_holds(estimator, neighbours, points_of_circles,
                                            dimension_one_more)}},
  };
}

/// Drawn out by one and a half times their bias, they hold more than they are said to.
Claim for_directions() {
  Claim claim = for_estimator(
      "directions", "Local directions' 95 % intervals hold the dimension in 90 % at least",
      Estimator::directions,
      always_at_least(1).but_for_chance(0.1).within(0.02).because(
          "a nominal 95 %, of which half-samples and Student's quantile may take a few"));
  claim.statement = R"(\Pr(d \in I_{95\%}) \ge 0.90, \qquad d = 1, 2)";
  claim.controls.front().expect =
      near(1, 0.1).because("d + 1 is tens of standard errors away, in every trial");
  claim.remark =
      "Their noise is less than the bias of curvature, which the interval therefore "
      "holds (dimension_interval_with_bias): it covers in nearly all trials.";
  return claim;
}

const Registered of_likelihood_on_tori{
    for_estimator("likelihood", "The likelihood's 95 % intervals cover the dimension",
                  Estimator::likelihood, covers())};
const Registered of_two_nearest{for_estimator(
    "two-nearest", "TwoNN's 95 % intervals cover the dimension", Estimator::two_nearest, covers())};
const Registered of_correlation{
    for_estimator("pairs", "The correlation dimension's 95 % intervals cover the dimension",
                  Estimator::correlation, covers())};
const Registered of_directions{for_directions()};

}  // namespace
}  // namespace asymptest::scaling::intrinsic_dimension_coverage_claim
