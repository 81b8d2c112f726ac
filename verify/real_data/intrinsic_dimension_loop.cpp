#include "asymptest/claim/registry.hpp"
#include "neighbour_trials.hpp"

namespace asymptest::real_data::intrinsic_dimension_loop_claim {
namespace {

const Registered intrinsic_dimension_loop{{
    .id = "real-data/intrinsic-dimension-loop-as-stated",
    .title = "Erratum: the dimension that neighbours tell of images is not that of 1-NN's error",
    .statement = R"(\frac{\hat d}{2}\cdot\log_8\frac{\mathbb{E}(\hat f_{n/8} - f)^2}
        {\mathbb{E}(\hat f_n - f)^2} \to 1)",
    .source = {"Sharma, Kaplan 2020, arXiv:2004.10802",
               "section 3, the exponent from the data's dimension"},
    .assumes = {"the data have parts of several dimensions"},
    .sweep = {axis("n", "samples").listed({512, 2048})},
    .measure = {"likelihood's d̂ on the samples times half of the exponent of the nearest sample's "
                "squared error between n/8 and n of them, for 16 waves",
                Polarity::exact, exponent_times_dimension_of_data},
    .predict = equals([](const Point&) { return 1.0; })
                   .within(0.05)
                   .because("what manifolds of one dimension are held to, "
                            "scaling/intrinsic-dimension-loop"),
    .budget = {.first = 48,
               .quick = 512,
               .standard = 1024,
               .cost = [](const Point& at) { return at["n"] * at["n"]; }},
    .controls = {{.name = "one-segment",
                  .trial = exponent_times_dimension_of_segment,
                  .sweep = Sweep{axis("n", "samples").listed({1024})},
                  .harmless = true,
                  .remark = "an image between half and one and a half times as bright: one "
                            "dimension, which the loop closes on"}},
    .corrected_by = "scaling/intrinsic-dimension-loop",
    .expect = below(-0.05).because(
        "1/d̂ is the mean of 1/d over the points, the exponent that of 2/d weighed by squared "
        "distances, and where images have more dimensions they lie farther apart: the error falls "
        "more slowly than d̂ tells"),
    .remark = "What is found: Fashion-MNIST has three quarters of the exponent 2/d̂, at 512 samples "
              "as at 4096.",
    .on_data = true,
}};

}  // namespace
}  // namespace asymptest::real_data::intrinsic_dimension_loop_claim
