#include "asymptest/claim/registry.hpp"
#include "fourier_trials.hpp"

namespace asymptest::real_data::double_descent_large_claim {
namespace {

constexpr const char* no_penalty = "the fit is not penalised";

/// Even numbers: frequencies come in pairs of features.
Sweep to_thousands() {
  return {axis("n", "samples").geometric(100, 100, 10).standard(1000).full(10000)};
}

Prediction at_the_threshold() {
  return equals([](const Point&) { return 1.0; })
      .of(Summary::median)
      .within(0.05)
      .because("the next places that are tried are a tenth away");
}

Budget budget_of_thousands() {
  return {.first = 32, .quick = 256, .standard = 256, .full = 256, .cost = [](const Point& at) {
            return at["n"] * at["n"] * at["n"];
          }};
}

const Registered double_descent_large{{
    .id = "real-data/double-descent-large",
    .title = "On real data the risk is highest at p = n, for a hundred samples and for thousands",
    .statement = R"(\arg\max_p R(\hat f_p) = n, \qquad n/10 \le p \le 4n)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "Figure 2"},
    .assumes = {no_penalty},
    .sweep = to_thousands(),
    .measure =
        {"the p/n, of eleven, at which random Fourier features have the highest mean squared "
         "error at 255 fresh points",
         Polarity::exact, place_of_highest_risk},
    .predict = at_the_threshold(),
    .budget = budget_of_thousands(),
    .controls = {{.name = "penalised",
                  .breaks = no_penalty,
                  .expect = below(-0.06).because(
                      "with a penalty of the size of the features nothing happens at p = n, and "
                      "from there on more of them do no harm: the risk is highest before"),
                  .trial = place_of_highest_penalised_risk}},
    .on_data = true,
}};

const Registered double_descent_large_norm{{
    .id = "real-data/double-descent-large-norm",
    .title = "And the norm at the same place",
    .statement = R"(\arg\max_p \|\hat w_p\|^2 = n, \qquad n/10 \le p \le 4n)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "Figure 2, the norms"},
    .assumes = {no_penalty},
    .sweep = to_thousands(),
    .measure = {"the p/n, of eleven, at which the solution has the largest norm", Polarity::exact,
                place_of_highest_norm},
    .predict = at_the_threshold(),
    .budget = budget_of_thousands(),
    .controls = {{.name = "strongly-penalised",
                  .breaks = no_penalty,
                  .expect = near(-0.9, 0.05)
                                .because("Xᵀy/λ, its squared norm proportional to 1/p: the first"),
                  .trial = place_of_highest_penalised_norm}},
    .on_data = true,
}};

}  // namespace
}  // namespace asymptest::real_data::double_descent_large_claim
