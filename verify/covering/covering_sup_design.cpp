#include "asymptest/claim/registry.hpp"
#include "trials/torus_sup_trials.hpp"

namespace asymptest::covering::covering_sup_design_claim {
namespace {

Sweep one_size() { return {axis("N", "samples").listed({576})}; }

const Registered covering_sup_design{{
    .id = "covering/covering-sup-design",
    .title = "Samples chosen farthest first cover a surface to √(2/N), without a logarithm",
    .statement = R"(\sup_x \delta_N(x) \le 2 \min_{|C|=N} \sup_x \mathrm{dist}(x, C)
        \le \sqrt{2/N}, \qquad d = 2,\ \sqrt N \in \mathbb{N})",
    .source = {"Gonzalez 1985, Theoretical Computer Science 38, 293-306", "theorem 2.2"},
    .assumes = {"the points are chosen farthest first", "they are chosen from the whole surface"},
    .sweep = {axis("N", "samples").listed({64, 256})},
    .measure =
        {"largest distance of 2048 points of the 2-torus to the nearest of N of them, chosen "
         "farthest first, as a share of √(2/N)",
         Polarity::exact, share_of_design},
    .predict = always_at_most(1, 1e-9).within(0.02).because(
        "an inequality for every cloud: two of N + 1 points as far apart as the last share a cell "
        "of the lattice of N"),
    .budget = {.first = 128, .quick = 512},
    .controls = {{.name = "independent",
                  .breaks = "the points are chosen farthest first",
                  .expect = near(1, 0.05),
                  .trial = share_of_independent_points,
                  .sweep = one_size(),
                  .remark = "N π r² has the mean log N + log log N + γ = 8.8 at N = 576 and a law "
                            "of Gumbel's, below 2π with a chance of 0.001"},
                 {.name = "corner",
                  .breaks = "they are chosen from the whole surface",
                  .expect = near(1, 0.05),
                  .trial = share_of_design_in_a_corner,
                  .remark = "chosen in a square of side 1/10: the rest stays 0.64 away"}},
    .remark =
        "Independent samples pass any multiple of N^(-1/2) as N grows; that is the logarithm.",
}};

}  // namespace
}  // namespace asymptest::covering::covering_sup_design_claim
