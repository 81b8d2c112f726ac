#include "asymptest/claim/registry.hpp"
#include "boosting_trials.hpp"

namespace asymptest::boosting::margins_claim {
namespace {

const Source boosting_the_margin{"Schapire, Freund, Bartlett, Lee 1998, \"Boosting the margin\"",
                                 "Theorem 5"};
constexpr const char* clean = "the labels are clean";
constexpr const char* noisy = "the labels are noisy";
constexpr const char* missed = "share of fresh points missed after k times the rounds of the fit";

Sweep multiples() { return {axis("k", "rounds over those that fit all samples").listed({1, 4})}; }

const Registered bound{{
    .id = "boosting/margins",
    .title = "The share of margins up to θ falls with every round of boosting",
    .statement = R"(P\bigl(y f(x) \le \theta\bigr) \le
        \prod_t 2\sqrt{\varepsilon_t^{1-\theta} (1-\varepsilon_t)^{1+\theta}})",
    .source = boosting_the_margin,
    .assumes = {"an error above one half counts for θ"},
    .sweep = {axis("T", "rounds").listed({32, 128}), axis("theta", "margin").listed({0.1, 0.2})},
    .measure = {"share of samples of margin at most θ over the bound", Polarity::exact,
                share_of_small_margins},
    .predict = always_at_most(1, 1e-9).within(0.05).because(
        "a theorem for every sample and every choice of stumps: one share above it refutes it"),
    .budget = {.first = 128, .quick = 512, .cost = [](const Point& at) { return at["T"]; }},
    .controls = {{.name = "swapped-exponents",
                  .breaks = "an error above one half counts for θ",
                  .expect = near(1, 0.1),
                  .trial = share_over_swapped_bound,
                  .remark = "ε^(1+θ)(1 − ε)^(1−θ): less by (ε/(1 − ε))^θ a round"}},
}};

const Registered after_the_fit{{
    .id = "boosting/margins-after-the-fit",
    .title = "On clean labels boosting gets better after it has fitted all samples",
    .statement = R"(T \mapsto R(f_T) \text{ falls though } R_{\mathrm{emp}}(f_T) = 0)",
    .source = boosting_the_margin,
    .assumes = {clean},
    .sweep = multiples(),
    .measure = {missed, Polarity::exact, error_after_fit},
    .predict = has_shape({.kind = Shape::Kind::decreasing, .axis = "k"})
                   .within(0.02)
                   .because("a fall beyond the tolerance for ties"),
    .budget = {.first = 64, .quick = 2048, .cost = [](const Point& at) { return at["k"]; }},
    .controls = {{.name = "noisy-labels",
                  .breaks = clean,
                  .expect = above(0.02),
                  .trial = error_after_noisy_fit,
                  .remark = "the further rounds widen the margins of noise"}},
}};

const Registered overfits{{
    .id = "boosting/margins-under-noise",
    .title = "On noisy labels boosting gets worse after it has fitted all samples",
    .statement = R"(T \mapsto R(f_T) \text{ rises once } R_{\mathrm{emp}}(f_T) = 0)",
    .source = {"Dietterich 2000, \"Three methods for constructing ensembles\"",
               "boosting under classification noise"},
    .assumes = {noisy},
    .sweep = multiples(),
    .measure = {missed, Polarity::exact, error_after_noisy_fit},
    .predict = has_shape({.kind = Shape::Kind::increasing, .axis = "k"})
                   .within(0.02)
                   .because("a rise beyond the tolerance for ties"),
    .budget = {.first = 64, .quick = 4096, .cost = [](const Point& at) { return at["k"]; }},
    .controls = {{.name = "clean-labels",
                  .breaks = noisy,
                  .expect = above(0.02),
                  .trial = error_after_fit,
                  .remark = "the margins that widen are right"}},
}};

const Registered never_overfits{{
    .id = "boosting/margins-as-stated",
    .title = "Erratum: more rounds of boosting may hurt",
    .statement = R"(T \mapsto R(f_T) \text{ does not rise once } R_{\mathrm{emp}}(f_T) = 0)",
    .source = {"Lecture slides after Belkin 2021, arXiv:2105.14368",
               "more complexity need not hurt, as with boosting"},
    .assumes = {"the labels are of any law"},
    .sweep = multiples(),
    .measure = {missed, Polarity::exact, error_after_noisy_fit},
    .predict = has_shape({.kind = Shape::Kind::decreasing, .axis = "k"})
                   .within(0.02)
                   .because("a rise beyond the tolerance for ties"),
    .budget = {.first = 64, .quick = 4096, .cost = [](const Point& at) { return at["k"]; }},
    .corrected_by = "boosting/margins-under-noise",
    .expect = above(0.02),
    .remark = "Fitted noise has margins that the further rounds widen as they do all others, at "
              "the cost of the points around it: a rise beyond the tolerance.",
}};

}  // namespace
}  // namespace asymptest::boosting::margins_claim
