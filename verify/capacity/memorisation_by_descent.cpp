#include "asymptest/claim/registry.hpp"
#include "descent_trials.hpp"

namespace asymptest::capacity::memorisation_by_descent_claim {
namespace {

const Registered memorisation_by_descent{{
    .id = "capacity/memorisation-by-descent",
    .title = "Gradient descent on a wide network fits random labels as it fits true ones",
    .statement = R"(\frac{\lVert r_T\rVert}{\lVert r_0\rVert} \le 10^{-6}, \quad
        (1 - \eta\lambda/2)^T = 10^{-6},\ \lambda = \lambda_{\min}(K(w_0)),\
        y \in \{-1, 1\}^n \text{ at random or } y_i = \mathrm{sign}\,x_{i1})",
    .source = {"Zhang, Bengio, Hardt, Recht, Vinyals 2017, arXiv:1611.03530",
               "section 2.1; the rate: Du, Zhai, Poczos, Singh 2019, arXiv:1810.02054"},
    .assumes = {"there are weights enough", "no two inputs are equal"},
    .sweep = {axis("n", "points").listed({2, 4, 8})},
    .measure = {"what is left of the residual after T steps, the larger of random and true labels",
                Polarity::exact, residual_after_descent},
    .predict = always_at_most(1e-6).within(0.05).because(
        "the bound of a kernel that keeps half of its least eigenvalue on the way; one trial in "
        "twenty is far from the controls, where none fits"),
    .budget = {.first = 64,
               .quick = 256,
               .standard = 1024,
               .full = 4096,
               .cost = [](const Point& at) { return at["n"] * at["n"]; }},
    .controls =
        {{.name = "one-unit",
          .breaks = "there are weights enough",
          .expect = near(1, 0.1).because(
              "what nine weights reach has measure 0 in R^12 and holds no signs; where a "
              "plane parts them a growing unit comes near, to 1e-6 as exp(-2|z|) gets there, "
              "which takes exp(4|z|) steps, 10^12"),
          .trial = residual_of_one_unit,
          .sweep = Sweep{axis("n", "points").listed({12, 16})}},
         {.name = "twins",
          .breaks = "no two inputs are equal",
          .expect = near(1, 0.1).because(
              "one output for the labels 1 and -1 leaves a residual of √2 at best, in every "
              "trial: no 1e-6 of a first one of √(2n) or so"),
          .trial = residual_of_twins}},
}};

}  // namespace
}  // namespace asymptest::capacity::memorisation_by_descent_claim
