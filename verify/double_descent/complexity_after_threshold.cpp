#include "asymptest/claim/registry.hpp"
#include "code_length_trials.hpp"

namespace asymptest::double_descent::complexity_after_threshold_claim {
namespace {

const Registered complexity_after_threshold{{
    .id = "double-descent/complexity-after-threshold",
    .title = "The bits that a weight takes peak where the fit just interpolates, then fall",
    .statement = R"(\arg\max_p\ \tfrac12\log_2\bigl(1 + \|\hat w\|^2/\delta^2\bigr) = n)",
    .source = {"Notes on a bound by the distance to samples; Belkin, Hsu, Ma, Mandal 2019, "
               "arXiv:1812.11118",
               "models which both fit the data well and have low complexity"},
    .assumes = {"the fit is not penalised"},
    .sweep = {axis("n", "samples").listed({32}),
              axis("p", "parameters").listed({8, 16, 24, 28, 30, 32, 34, 36, 40, 48, 64, 96, 128}),
              axis("snr", "|w|² over the variance of the noise").listed({4})},
    .measure = {"bits per weight of a Gaussian code of the min-norm solution at a prediction error "
                "of 1/100",
                Polarity::exact, bits_per_weight},
    .predict =
        has_shape(
            {.kind = Shape::Kind::peak, .axis = "p", .location = 32, .summary = Summary::median})
            .within(0.07)
            .because("the widths next to the threshold; medians, as for the norm"),
    .budget = {.first = 128, .quick = 1024, .standard = 8192, .full = 32768},
    .controls = {{.name = "tuned-ridge",
                  .breaks = "the fit is not penalised",
                  .expect = near(8, 1),
                  .trial = bits_per_weight_of_tuned_ridge,
                  .remark = "E|w|^2 = 1 less the risk, which rises: highest at the first p"}},
}};

const Registered complexity_after_threshold_slope{{
    .id = "double-descent/complexity-after-threshold-slope",
    .title = "The norm of the input's Jacobian peaks there, too, then falls",
    .statement = R"(\arg\max_N\ \mathbb{E}\|\nabla_x f_N\|^2 = n)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118",
               "random Fourier features; the most regular predictor"},
    .assumes = {"the fit is not penalised"},
    .sweep =
        {axis("n", "samples").listed({24}),
         axis("N", "Fourier features").listed({8, 12, 16, 20, 22, 24, 26, 28, 32, 48, 64, 96})},
    .measure = {"squared slope of the min-norm fit of Fourier features to noise, at fresh points",
                Polarity::exact, squared_slope},
    .predict =
        has_shape(
            {.kind = Shape::Kind::peak, .axis = "N", .location = 24, .summary = Summary::median})
            .within(0.1)
            .because("the widths next to the threshold; medians, as for the norm"),
    .budget = {.first = 128, .quick = 1024, .standard = 8192, .full = 32768},
    .controls = {{.name = "heavy-ridge",
                  .breaks = "the fit is not penalised",
                  .expect = near(96, 1),
                  .trial = squared_slope_of_heavy_ridge,
                  .remark = "under a penalty beyond every eigenvalue f is N/penalty times a mean "
                            "over features: highest at the largest N"}},
}};

Sweep well_beyond_the_threshold() {
  return {axis("n", "samples").listed({32}),
          axis("p", "parameters").listed({40, 48, 64, 96, 128, 256}),
          axis("snr", "|w|² over the variance of the noise").listed({4})};
}

const Registered complexity_after_threshold_total{{
    .id = "double-descent/complexity-after-threshold-total",
    .title = "The code length of all weights together rises beyond the threshold",
    .statement = R"(p \mapsto \tfrac p2\log_2\bigl(1 + \|\hat w\|^2/\delta^2\bigr)
        \text{ increases to } \tfrac{n(r^2+\sigma^2)}{2\delta^2\ln 2})",
    .source = {"Cover, Thomas 2006, Elements of Information Theory", "Theorem 10.3.2"},
    .assumes = {"every weight is written down"},
    .sweep = well_beyond_the_threshold(),
    .measure = {"bits of a Gaussian code of the min-norm solution at a prediction error of 1/100",
                Polarity::exact, bits_in_all},
    .predict = has_shape({.kind = Shape::Kind::increasing, .axis = "p"})
                   .within(0.02)
                   .because("the law rises by 9 per cent or more from width to width"),
    .budget = {.first = 128, .quick = 1024, .standard = 8192, .full = 32768},
    .controls = {{.name = "one-weight",
                  .breaks = "every weight is written down",
                  .expect = near(0.46, 0.05),
                  .trial = bits_per_weight,
                  .remark = "a single one takes 3.80 bits at p = 40 and 2.05 at p = 256"}},
}};

const Registered complexity_after_threshold_as_stated{{
    .id = "double-descent/complexity-after-threshold-as-stated",
    .title = "Erratum: beyond the threshold the model, as a list of weights, does not get simpler",
    .statement = R"(p \mapsto \tfrac p2\log_2\bigl(1 + \|\hat w\|^2/\delta^2\bigr)
        \text{ decreases for } p > n)",
    .source = {"Notes on a bound by the distance to samples",
               "it now contains models which both fit the data well and have low complexity"},
    .assumes = {"every weight is written down"},
    .sweep = well_beyond_the_threshold(),
    .measure = {"bits of a Gaussian code of the min-norm solution at a prediction error of 1/100",
                Polarity::exact, bits_in_all},
    .predict = has_shape({.kind = Shape::Kind::decreasing, .axis = "p"})
                   .within(0.02)
                   .because("the band of the corrected claim"),
    .budget = {.first = 128, .quick = 1024, .standard = 8192, .full = 32768},
    .corrected_by = "double-descent/complexity-after-threshold-total",
    .expect = near(0.71, 0.05),
    .remark = "From 152 bits at p = 40 to 524 at p = 256 by the mean norm. What falls is the norm, "
              "and with it the bits of each weight; a short code must not list them.",
}};

}  // namespace
}  // namespace asymptest::double_descent::complexity_after_threshold_claim
