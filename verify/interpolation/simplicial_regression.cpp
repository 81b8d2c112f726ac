#include "asymptest/claim/registry.hpp"
#include "trials/simplicial_trials.hpp"

namespace asymptest::interpolation::simplicial_regression_claim {
namespace {

using learning::LatticeNoise;

const Prediction decay = theta({{"d + 2", -1, [](const Point& at) { return at["d"] + 2; }}})
                             .within(0.05)
                             .rival(-0.78, "the slope against d in place of d + 2")
                             .rival(-0.5, "the root of the risk read as the risk")
                             .because("two bands stay clear of what the wrong axis reads, -0.78");
const Prediction decay_of_the_median =
    Prediction(decay).within(0.2).because("two bands stay clear of -1/2");
const Sweep up_to_512{axis("d", "dimension").geometric(8, 512)};

const Registered simplicial_regression{{
    .id = "interpolation/simplicial-regression",
    .title = "Simplicial interpolation of noisy labels errs less in higher dimension",
    .statement = R"(\mathbb{E}\bigl(\hat f_{\mathrm{simp}}(x) - f^*(x)\bigr)^2
        = \Theta\Bigl(\frac{1}{d+2}\Bigr))",
    .source = {"Belkin, Hsu, Mitra 2018, arXiv:1806.05161", "section 3"},
    .assumes = {"the label noise is independent between samples", "the noise has a finite variance",
                "the prediction averages over the vertices of a simplex",
                "the cells are small against the target's curvature"},
    .sweep = {axis("d", "dimension").geometric(16, 4096).standard(16384)},
    .measure = {"squared error due to unit noise at a uniform point of a Kuhn lattice, given the "
                "point",
                Polarity::exact, noise_part},
    .predict = decay,
    .controls =
        {{.name = "noise-shared-within-a-cell",
          .breaks = "the label noise is independent between samples",
          .expect = near(0, 0.1),
          .trial = with_shared_noise,
          .remark = "half of the variance is common to the vertices of a cell: never averaged out"},
         {.name = "cauchy-noise",
          .breaks = "the noise has a finite variance",
          .expect = above(-0.4).because(
              "a weighted mean of Cauchy variables is the same Cauchy variable"),
          .trial = median_squared_error(LatticeNoise::Law::cauchy, learning::simplicial_noise),
          .sweep = up_to_512,
          .predict = decay_of_the_median,
          .remark = "the mean is infinite, so the median is judged: a weighted mean of Cauchy "
                    "variables is Cauchy again"},
         {.name = "nearest-neighbour",
          .breaks = "the prediction averages over the vertices of a simplex",
          .expect = near(0, 0.25).because("one vertex decides, with all of its noise"),
          .trial = median_squared_error(LatticeNoise::Law::normal, learning::nearest_vertex_noise),
          .sweep = up_to_512,
          .predict = decay_of_the_median,
          .remark = "one vertex decides, with all of its noise"},
         {.name = "curved-target",
          .breaks = "the cells are small against the target's curvature",
          .expect = near(2, 0.25).because("a squared bias of (d/12)²"),
          .trial = with_curved_target,
          .remark =
              "target |x|²/2 on cells of side 1: a bias of d/12 makes a curse of the blessing"},
         {.name = "drawn-noise",
          .trial = median_squared_error(LatticeNoise::Law::normal, learning::simplicial_noise),
          .sweep = up_to_512,
          .predict = decay_of_the_median,
          .harmless = true,
          .remark = "noise drawn, not averaged, and the median judged: what refutes Cauchy noise "
                    "is not the median"}},
    .remark = "n → ∞ at fixed d: the interpolant is undefined outside of the hull, where nearly "
              "every fresh point lies for n polynomial in d; here the samples are a whole lattice.",
}};

}  // namespace
}  // namespace asymptest::interpolation::simplicial_regression_claim
