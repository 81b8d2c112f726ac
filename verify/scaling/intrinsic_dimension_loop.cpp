#include "asymptest/claim/registry.hpp"
#include "learners/loop_trials.hpp"

namespace asymptest::scaling::intrinsic_dimension_loop_claim {
namespace {

constexpr const char* own = "the dimension is that of the set";
constexpr const char* on_set = "the points lie on the set";
constexpr const char* linear = "the learner is piecewise linear";
constexpr const char* clean = "the labels are clean";

const Source sharma_kaplan{"Sharma, Kaplan 2020, arXiv:2004.10802",
                           "section 3, the exponent from the data's dimension"};

double one(const Point&) { return 1; }

Prediction closes() {
  return equals(one)
      .within(0.05)
      .rival(1.0 / 3, "a dimension more, d = 3")
      .because(
          "a sixth of what a dimension more makes at d = 3; at N/8 = 128 the law's next order "
          "is a hundredth");
}

Budget budget() {
  return {.first = 48, .quick = 1024, .cost = [](const Point& at) { return 500 + at["N"]; }};
}

Control noisy_labels(Learner learner) {
  return {.name = "noisy-labels",
          .breaks = clean,
          .expect = near(-1, 0.2).because("the labels' noise stays, at any N"),
          .trial = exponent_times_dimension_on_sphere({.learner = learner, .label_noise = 4})};
}

const Registered loop_nearest{{
    .id = "scaling/intrinsic-dimension-loop",
    .title = "The dimension that neighbours tell of a sphere predicts the exponent of 1-NN",
    .statement = R"(\frac{\hat d}{2}\cdot\log_8\frac{\mathbb{E}(\hat f_{N/8} - f)^2}
        {\mathbb{E}(\hat f_N - f)^2} \to 1)",
    .source = sharma_kaplan,
    .assumes = {on_set, clean},
    .sweep = {axis("d", "dimension of the sphere").listed({1, 2, 3}),
              axis("N", "samples").listed({1024, 4096})},
    .measure = {"likelihood's d̂ on the samples times half of the exponent of the nearest sample's "
                "squared error between N/8 and N of them",
                Polarity::exact, exponent_times_dimension_on_sphere({})},
    .predict = closes(),
    .budget = budget(),
    .controls = {{.name = "off-the-sphere",
                  .breaks = on_set,
                  .expect =
                      near(-1, 0.2).because("what the noise hides of a label stays, at any N"),
                  .trial = exponent_times_dimension_on_sphere({.point_noise = 0.5})},
                 noisy_labels(Learner::nearest)},
}};

const Registered loop_linear{{
    .id = "scaling/intrinsic-dimension-loop-linear",
    .title = "And a quarter of it that of piecewise linear interpolation",
    .statement = R"(\frac{\hat d}{4}\cdot\log_8\frac{\mathbb{E}(\hat f_{N/8} - f)^2}
        {\mathbb{E}(\hat f_N - f)^2} \to 1)",
    .source = sharma_kaplan,
    .assumes = {linear, clean},
    .sweep = {axis("d", "dimension of the sphere").listed({2}),
              axis("N", "samples").listed({2048, 4096})},
    .measure =
        {"likelihood's d̂ on the samples times a quarter of the exponent of the squared error "
         "of their Delaunay interpolant between N/8 and N",
         Polarity::exact,
         exponent_times_dimension_on_sphere({.learner = Learner::linear, .order = 4})},
    .predict = closes().rival(-0.5, "the nearest sample's exponent"),
    .budget = budget(),
    .controls = {{.name = "nearest-sample",
                  .breaks = linear,
                  .expect = near(-0.5, 0.125).because("2/d in place of 4/d"),
                  .trial = exponent_times_dimension_on_sphere({.order = 4})},
                 noisy_labels(Learner::linear)},
}};

const Registered loop_sheet{{
    .id = "scaling/intrinsic-dimension-loop-sheet",
    .title = "So does that of a random sheet in R^30, of which nobody knows the dimension",
    .statement = R"(\frac{\hat d}{2}\cdot\log_8\frac{\mathbb{E}(\hat f_{N/8} - f)^2}
        {\mathbb{E}(\hat f_N - f)^2} \to 1)",
    .source = sharma_kaplan,
    .assumes = {own},
    .sweep = {axis("N", "samples").listed({2048, 4096})},
    .measure = {"likelihood's d̂ on the samples times half of the exponent of the nearest sample's "
                "squared error between N/8 and N of them",
                Polarity::exact, exponent_times_dimension_on_manifold(2, 1, {})},
    .predict = closes(),
    .budget = budget(),
    .controls = {{.name = "ambient-dimension",
                  .breaks = own,
                  .expect = near(14, 1).because("30/2 - 1"),
                  .trial = exponent_times_dimension_on_manifold(2, 1, {.ambient = true})}},
}};

}  // namespace
}  // namespace asymptest::scaling::intrinsic_dimension_loop_claim
