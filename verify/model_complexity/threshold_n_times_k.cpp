#include "asymptest/claim/registry.hpp"
#include "threshold_trials.hpp"

namespace asymptest::model_complexity::threshold_n_times_k_claim {
namespace {

/// Numbers of samples and outputs for which some number of units has exactly as many parameters as
/// there are labels.
Sweep samples_and_outputs(std::vector<Point> design) {
  return {{axis("n", "samples"), axis("k", "outputs")}, std::move(design)};
}

constexpr const char* generic = "the outputs take all of R^k";
constexpr const char* no_symmetry = "no change of the parameters leaves all outputs as they are";

const Registered threshold_n_times_k{{
    .id = "model-complexity/threshold-n-times-k",
    .title = "A network with k outputs interpolates n samples from nk parameters on",
    .statement = R"(\min\{N : \text{every } y \in (\mathbb{R}^k)^n \text{ is fitted}\} = nk
        \iff \mathrm{rank}\,J = \min(N, nk))",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "N about n times k"},
    .assumes = {generic, no_symmetry},
    .sweep = samples_and_outputs({{{"n", 16}, {"k", 2}},
                                  {{"n", 32}, {"k", 2}},
                                  {{"n", 12}, {"k", 3}},
                                  {{"n", 24}, {"k", 3}},
                                  {{"n", 20}, {"k", 4}}}),
    .measure = {"least number of parameters at which the linearised network fits any labels",
                Polarity::exact, parameters_to_interpolate},
    .predict = equals([](const Point& at) { return at["n"] * at["k"]; })
                   .within(0.02)
                   .rival(0.125, "one parameter less from each unit, at k = 3")
                   .because("less than a unit's parameters at every size"),
    .budget = {.first = 32, .quick = 256, .standard = 1024, .full = 4096},
    .controls = {{.name = "embedded-outputs",
                  .breaks = generic,
                  .expect = near(-0.5, 0.01),
                  .trial = parameters_for_embedded_outputs,
                  .sweep = samples_and_outputs({{{"n", 20}, {"k", 4}}, {{"n", 40}, {"k", 4}}}),
                  .remark = "classes embedded in a plane: 2n in place of 4n"},
                 {.name = "homogeneous-units",
                  .breaks = no_symmetry,
                  .expect = near(0.125, 0.01),
                  .trial = parameters_of_homogeneous_units,
                  .sweep = samples_and_outputs({{{"n", 24}, {"k", 3}}, {{"n", 48}, {"k", 3}}}),
                  .remark = "scaling a unit in and back out changes nothing: 8 of its 9 "
                            "parameters count; nk is a multiple of both"}},
}};

const Registered threshold_n_times_k_centred{{
    .id = "model-complexity/threshold-n-times-k-centred",
    .title = "Outputs that sum to zero interpolate from n(k − 1) parameters on",
    .statement = R"(\min\{N : \text{every } y \text{ with } \textstyle\sum_c y_{ic} = 0
        \text{ is fitted}\} = n(k-1))",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "N about n times k"},
    .assumes = {no_symmetry},
    .sweep = samples_and_outputs({{{"n", 16}, {"k", 3}},
                                  {{"n", 32}, {"k", 3}},
                                  {{"n", 12}, {"k", 4}},
                                  {{"n", 24}, {"k", 4}},
                                  {{"n", 20}, {"k", 5}}}),
    .measure = {"least number of parameters at which the linearised network fits any centred "
                "labels",
                Polarity::exact, parameters_for_centred_outputs},
    .predict = equals([](const Point& at) { return at["n"] * (at["k"] - 1); })
                   .within(0.02)
                   .rival(0.25, "nk, at k = 5")
                   .because("less than a unit's parameters at every size"),
    .budget = {.first = 32, .quick = 256, .standard = 1024, .full = 4096},
    .controls = {{.name = "homogeneous-units",
                  .breaks = no_symmetry,
                  .expect = near(0.143, 0.01),
                  .trial = centred_parameters_of_homogeneous_units,
                  .sweep = samples_and_outputs({{{"n", 28}, {"k", 3}}, {{"n", 56}, {"k", 3}}}),
                  .remark = "7 of each unit's 8 parameters count; n(k − 1) is a multiple of both"}},
}};

const Registered threshold_n_times_k_peak{{
    .id = "model-complexity/threshold-n-times-k-peak",
    .title = "The noise part of a network with k outputs peaks at N = nk",
    .statement = R"(\arg\max_N \mathbb{E}\|J_N^+\varepsilon\|^2 = nk)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "N about n times k"},
    .assumes = {generic},
    .sweep = {axis("n", "samples").listed({24}), axis("k", "outputs").listed({3}),
              axis("N", "parameters").listed({36, 45, 54, 63, 72, 81, 90, 108, 144, 216})},
    .measure = {"squared norm of the min-norm fit of the linearised network to noise",
                Polarity::exact, noise_of_shared_units},
    .predict =
        has_shape(
            {.kind = Shape::Kind::peak, .axis = "N", .location = 72, .summary = Summary::median})
            .within(0.1)
            .because("below the parameters of a unit; the mean is infinite at the threshold, "
                     "so medians"),
    .budget = {.first = 64, .quick = 512, .standard = 4096, .full = 16384},
    .controls = {{.name = "embedded-outputs",
                  .breaks = generic,
                  .expect = near(48, 1),
                  .trial = noise_of_embedded_units,
                  .sweep =
                      Sweep{axis("n", "samples").listed({24}), axis("k", "outputs").listed({3}),
                            axis("N", "parameters").listed({32, 40, 48, 56, 64, 72, 80, 96})},
                  .remark = "classes embedded in a plane: at 2n"}},
}};

}  // namespace
}  // namespace asymptest::model_complexity::threshold_n_times_k_claim
