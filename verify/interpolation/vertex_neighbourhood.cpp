#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "trials/delaunay_trials.hpp"

namespace asymptest::interpolation::vertex_neighbourhood_claim {
namespace {

const Registered vertex_neighbourhood{{
    .id = "interpolation/vertex-neighbourhood",
    .title = "A noisy label decides alone on a share 2^−d of the simplices around it",
    .statement = R"(\frac{\mathrm{vol}\{x \in \mathrm{star}(v) : \lambda_v(x) > \tfrac12\}}
        {\mathrm{vol}\,\mathrm{star}(v)} = 2^{-d})",
    .source = {"Lecture slides after Belkin 2021, arXiv:2105.14368",
               "\"this neighborhood gets smaller with dimension\", made exact"},
    .assumes = {"one label of the simplex is wrong", "the prediction averages over the vertices"},
    .sweep = {axis("d", "dimension").listed({1, 2, 3, 4, 6})},
    .measure = {"share of the Delaunay simplices around a wrong label of 8(d + 1) random samples "
                "where the plug-in rule is wrong",
                Polarity::exact, share_decided_by_one},
    .predict = equals([](const Point& at) { return std::pow(2.0, -at["d"]); })
                   .within(0.1)
                   .rival(1, "(d + 1)/2^d at d = 1: the share where any one vertex decides")
                   .because("a tenth of the way to the least of the rival, which grows with d"),
    .budget = {.first = 512, .quick = 65536, .standard = 262144, .full = 1048576},
    .controls = {{.name = "two-neighbours-wrong",
                  .breaks = "one label of the simplex is wrong",
                  .expect = near(6, 1.5),
                  .trial = share_decided_by_two,
                  .remark = "P(Beta(2, d − 1) > 1/2) = (d + 1)/2^d, which is d off, the most at 6"},
                 {.name = "heaviest-vertex-decides",
                  .breaks = "the prediction averages over the vertices",
                  .expect = near(64.0 / 7 - 1, 2.5),
                  .trial = share_of_heaviest,
                  .remark = "1/(d + 1), no neighbourhood that shrinks"}},
    .remark =
        "A cut of a simplex parallel to the facet opposite of v, half way: a copy at half the "
        "size. It holds in every simplex of every triangulation.",
}};

}  // namespace
}  // namespace asymptest::interpolation::vertex_neighbourhood_claim
