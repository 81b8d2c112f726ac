#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "trials/hausdorff_trials.hpp"

namespace asymptest::covering::hausdorff_claim {
namespace {

/// Of the gap between a control's exponent and the claim's: what its interval may reach.
constexpr double quarter = 0.25;

const Registered hausdorff_box_dimension{{
    .id = "covering/hausdorff-box-dimension",
    .title = "The best cover of {1/k} by N balls has radius N^-2: its box dimension is 1/2",
    .statement = R"(\min_{|C|=N}\sup_x \mathrm{dist}(x, C) = \Theta(N^{-1/\dim_B}), \qquad
        \dim_B\{1/k\} = \tfrac12,\ \dim_H\{1/k\} = 0)",
    .source = {"Falconer 2014, Fractal Geometry", "example 2.7"},
    .assumes = {"the points accumulate as 1/k"},
    .sweep = {axis("N", "centres").geometric(16, 4096)},
    .measure =
        {"radius of the best cover of {1/k} by N intervals, by the greedy cover and bisection",
         Polarity::exact, best_cover_of_powers(1)},
    .predict = theta({{"N", -2}})
                   .within(0.1)
                   .rival(-1, "an interval")
                   .rival(-4, "a Hausdorff dimension of 1/4, which is more than it has")
                   .because("a tenth of the gap to an interval's exponent"),
    .budget = {.first = 2, .quick = 2, .standard = 2, .full = 2},
    .controls = {{.name = "inverse-cubes",
                  .breaks = "the points accumulate as 1/k",
                  .expect = near(-4, quarter * 2),
                  .trial = best_cover_of_powers(3),
                  .remark = "{1/k³} is countable too, and has the box dimension 1/4"},
                 {.name = "inverse-roots",
                  .breaks = "the points accumulate as 1/k",
                  .expect = near(-1.5, quarter * 0.5),
                  .trial = best_cover_of_powers(0.5),
                  .remark = "{1/√k} has the box dimension 2/3"}},
    .remark = "No randomness: the greedy cover of a set on the line is the best.",
}};

const Registered hausdorff_as_stated{{
    .id = "covering/hausdorff-as-stated",
    .title = "Erratum: the exponent of the best cover is not the inverse Hausdorff dimension",
    .statement = R"(\min_{|C|=N}\sup_x \mathrm{dist}(x, C) = O(N^{-1/s})
        \quad \text{for } s > \dim_H = 0)",
    .source = {"Forum post on data scaling from Hausdorff dimension, 2025",
               "Hausdorff dimension as the number d such that the distance scales as N^(-1/d)"},
    .assumes = {"the samples are spaced at best"},
    .sweep = {axis("N", "centres").geometric(16, 16384)},
    .measure =
        {"radius of the best cover of {1/k} by N intervals, by the greedy cover and bisection",
         Polarity::exact, best_cover_of_powers(1)},
    .predict = at_most({{"N", -4}})
                   .within(0.5)
                   .because("s = 1/4 stands for all s > 0: a dimension of 0 allows any exponent"),
    .budget = {.first = 2, .quick = 2, .standard = 2, .full = 2},
    .corrected_by = "covering/hausdorff-box-dimension",
    .expect = near(-2, 0.1),
    .remark =
        "{1/k} is countable, so its Hausdorff dimension is 0, yet N balls of one size cover it "
        "no better than N^-2. Both dimensions agree on sets that carry an Ahlfors regular measure.",
}};

}  // namespace
}  // namespace asymptest::covering::hausdorff_claim
