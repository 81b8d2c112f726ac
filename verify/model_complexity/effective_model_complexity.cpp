#include "asymptest/claim/registry.hpp"
#include "complexity_trials.hpp"

namespace asymptest::model_complexity::effective_model_complexity_claim {
namespace {

const Registered effective_model_complexity{{
    .id = "model-complexity/effective-model-complexity",
    .title = "Least squares in p parameters fits p/(1 − ε/σ²) noisy samples to within ε",
    .statement = R"(\mathrm{EMC}_\varepsilon = \max\{n : \mathbb{E}\,\hat R_n \le \varepsilon\}
        = \frac{p}{1-\varepsilon/\sigma^2})",
    .source = {"Nakkiran, Kaplun, Bansal, Yang, Barak, Sutskever 2019, arXiv:1912.02292",
               "Definition 1"},
    .assumes = {"every parameter acts on the data"},
    .sweep = {axis("p", "parameters").listed({16, 32, 64}),
              axis("share", "tolerance over the variance of the noise").listed({0.1, 0.3, 0.5})},
    .measure = {"largest number of samples at which the training error, averaged over 64 draws of "
                "the noise, is within the tolerance",
                Polarity::exact, model_complexity},
    .predict = equals([](const Point& at) { return at["p"] / (1 - at["share"]); })
                   .within(0.03)
                   .rival(-0.1, "p whatever the tolerance, at share 0.1")
                   .because("two bands stay clear of p itself at the smallest tolerance"),
    .budget = {.first = 32, .quick = 512, .standard = 2048, .full = 8192},
    .controls = {{.name = "dead-parameters",
                  .breaks = "every parameter acts on the data",
                  .expect = near(-0.5, 0.04),
                  .trial = model_complexity_of_dead_columns,
                  .remark = "every other column is zero: half of the parameters count"}},
}};

Sweep samples_at_hand() {
  return {axis("N", "samples at hand").geometric(32, 4096).standard(16384),
          axis("p", "parameters").listed({8}),
          axis("share", "tolerance over the variance of the noise").listed({0.5})};
}

Budget by_samples() {
  return {.first = 32, .quick = 256, .standard = 1024, .full = 4096, .cost = [](const Point& at) {
            return at["N"];
          }};
}

const Registered effective_model_complexity_of_samples{{
    .id = "model-complexity/effective-model-complexity-of-samples",
    .title = "The effective model complexity does not depend on the number of samples",
    .statement = R"(\mathrm{EMC}_\varepsilon = \Theta(N^0))",
    .source = {"Nakkiran, Kaplun, Bansal, Yang, Barak, Sutskever 2019, arXiv:1912.02292",
               "Definition 1"},
    .assumes = {"it is a number of samples"},
    .sweep = samples_at_hand(),
    .measure = {"largest number of the samples at hand on which the training error is within half "
                "of the noise's variance",
                Polarity::exact, model_complexity_of_samples},
    .predict = theta({{"N", 0}})
                   .within(0.1)
                   .rival(-1, "its share of the samples")
                   .because("two bands stay clear of the erratum's power, -0.5"),
    .budget = by_samples(),
    .controls = {{.name = "per-sample",
                  .breaks = "it is a number of samples",
                  .expect = near(-1, 0.2),
                  .trial = complexity_per_sample,
                  .remark = "what falls is its share of them, and with it the distance to the "
                            "threshold"}},
}};

const Registered effective_model_complexity_as_stated{{
    .id = "model-complexity/effective-model-complexity-as-stated",
    .title = "Erratum: the effective model complexity does not fall as samples are added",
    .statement = R"(\mathrm{EMC}_\varepsilon = O(N^{-1/2}))",
    .source = {"Notes on double descent",
               "the effective model complexity reduces when we introduce more training samples"},
    .assumes = {"it is a number of samples"},
    .sweep = samples_at_hand(),
    .measure = {"largest number of the samples at hand on which the training error is within half "
                "of the noise's variance",
                Polarity::exact, model_complexity_of_samples},
    .predict = at_most({{"N", -0.5}})
                   .within(0.1)
                   .because("two bands stay clear of none; the text names no rate, and its twin "
                            "leaves room for 0.1 at most"),
    .budget = by_samples(),
    .corrected_by = "model-complexity/effective-model-complexity-of-samples",
    .expect = near(0, 0.12),
    .remark = "It is a property of the model, the training and the law of the data. More samples "
              "move their own number past it: that shifts the threshold, not the complexity.",
}};

}  // namespace
}  // namespace asymptest::model_complexity::effective_model_complexity_claim
