#include "asymptest/claim/registry.hpp"
#include "neighbour_trials.hpp"

namespace asymptest::real_data::singular_weights_claim {
namespace {

const Registered singular_weights{{
    .id = "real-data/singular-weights",
    .title = "On noisy real data singular weights interpolate, and err less than one neighbour",
    .statement = R"(R\Bigl(\operatorname{sign}\sum_{i\le 16} \|x-x_{(i)}\|^{-2} y_{(i)}\Bigr)
        < R(y_{(1)}))",
    .source = {"Belkin, Rakhlin, Tsybakov 2018, arXiv:1806.09471", "theorem 1"},
    .assumes = {"some labels are of the clean law: q < 1"},
    .sweep = {axis("n", "samples").geometric(128, 256).standard(1024),
              axis("q", "chance that a label is noise").listed({0.4})},
    .measure =
        {"risk in clean labels of one neighbour less that of the weighted vote of 16, over 4 "
         "draws with 255 fresh points each",
         Polarity::exact, advantage_of_singular_weights},
    .predict = always_at_least(0).within(0.25).because(
        "half of the chance ½ with which one of two classifiers that know nothing falls below the "
        "other; one neighbour's risk is q/2 above its own without noise, a vote averages noise"),
    .budget = {.first = 32, .quick = 1024},
    .controls = {{.name = "noise-alone",
                  .breaks = "some labels are of the clean law: q < 1",
                  .expect = near(0.5, 0.125).because("q = 1: either may be the better"),
                  .trial = advantage_on_coins}},
    .remark = "The exponent 2 is below half of any estimate of these data's dimension, as the "
              "theorem asks.",
    .on_data = true,
}};

}  // namespace
}  // namespace asymptest::real_data::singular_weights_claim
