#include "asymptest/claim/registry.hpp"
#include "trials/dimension_trials.hpp"

namespace asymptest::scaling::dimension_drift_claim {
namespace {

constexpr int neighbours_of_drift = 64;

const Registered dimension_drift{{
    .id = "scaling/dimension-drift",
    .title = "The estimate of a dimension rises with N towards it, as N^(-2/d)",
    .statement = R"(d\,\mathbb{E}\,\frac{1}{\hat d} - 1 = \Theta(N^{-2/d}), \qquad d = 4, \quad
        k = 64)",
    .source = {"from the law of chords on S^d",
               "its expansion in the distance of the k-th neighbour"},
    .assumes = {"the dimension is 4"},
    .sweep = {axis("N", "points").geometric(512, 32768).standard(131072).full(524288)},
    .measure = {"d/d̂ − 1 of maximum likelihood with inverse averaging on the sphere S^4, averaged "
                "in closed "
                "form given the distance of the k-th neighbour",
                Polarity::exact, relative_deficit_on_sphere(4, neighbours_of_drift)},
    .predict = theta({{"N", -1.0 / 2}})
                   .within(0.03)
                   .rival(-2.0 / 5, "d = 5")
                   .rival(-2.0 / 3, "d = 3")
                   .corrected_by(0.5, "the next term of the law, in t = E s_(k) ~ (k/3N)^(1/2)")
                   .because("less than a third of the gap to the nearest rival exponent, 2/5"),
    .budget = {.first = 16,
               .quick = 256,
               .standard = 1024,
               .full = 4096,
               .cost = [](const Point& at) { return at["N"]; }},
    .controls = {{.name = "three-dimensions",
                  .breaks = "the dimension is 4",
                  .expect = near(-2.0 / 3, 0.06),
                  .trial = relative_deficit_on_sphere(3, neighbours_of_drift),
                  .correction = Correction{2.0 / 3, "the next term of the law, in (k/N)^(2/3)"},
                  .remark = "a lower dimension's neighbours are nearer: N^(-2/d), d = 3"}},
    .remark = "A fixed k looks at a neighbourhood that shrinks as (k/N)^(1/d), and the curvature "
              "that it sees with the square of that.",
}};

}  // namespace
}  // namespace asymptest::scaling::dimension_drift_claim
