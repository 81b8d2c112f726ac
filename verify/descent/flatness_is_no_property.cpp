#include "asymptest/claim/registry.hpp"
#include "rescaled_layers.hpp"

namespace asymptest::descent::flatness_is_no_property_claim {
namespace {

constexpr const char* source = "Dinh, Pascanu, Bengio, Bengio 2017, arXiv:1703.04933";
constexpr const char* place = "Theorem 4";
constexpr const char* absolute = "curvature is not measured relative to the weights";

Sweep scalings() { return {axis("a", "factor on the outer layer").geometric(4, 256)}; }

Budget few_trials() {
  return {.first = 32, .quick = 1024, .standard = 4096, .full = 16384, .cost = {}};
}

const Registered flatness_of_rescaled_layers{{
    .id = "descent/flatness-is-no-property",
    .title = "Two layers with ReLU scaled by a and 1/a curve as a² at a minimum",
    .statement = R"(\lambda_{\max}\nabla^2 L(w/a,\, a v) = \Theta(a^2))",
    .source = {source, place},
    .assumes = {absolute},
    .sweep = scalings(),
    .measure = {"largest eigenvalue of the Hessian at a zero of the loss", Polarity::exact,
                curvature_of_rescaled},
    .predict = theta({{"a", 2}})
                   .within(0.1)
                   .rival(0, "a property of the function")
                   .rival(1, "the gradient's growth")
                   .corrected_by(4, "the block of the outer weights, which falls as 1/a²")
                   .because("two bands stay clear of both rivals"),
    .budget = few_trials(),
    .controls = {{.name = "relative-to-the-weights",
                  .breaks = absolute,
                  .expect = near(0, 0.25),
                  .trial = relative_curvature_of_rescaled,
                  .correction =
                      Correction{4, "the block of the outer weights, which falls as 1/a²"},
                  .remark = "|w|²λ: the scale cancels"}},
}};

const Registered function_of_rescaled_layers{{
    .id = "descent/flatness-is-no-property-function",
    .title = "The function that they compute stays what it is",
    .statement = R"(f_{w/a,\,av}(x) = f_{w,v}(x) \text{ for all } x)",
    .source = {source, "section 3"},
    .assumes = {"the units are homogeneous"},
    .sweep = {axis("a", "factor on the outer layer").listed({3, 10, 100})},
    .measure = {"largest change of an output over the largest output", Polarity::exact,
                change_of_rescaled},
    .predict = always_at_most(0, 1e-12).within(0.02).because(
        "an identity: one change beyond rounding is a counterexample"),
    .budget = {.first = 256, .quick = 1024, .standard = 4096, .full = 16384},
    .controls = {{.name = "tanh",
                  .breaks = "the units are homogeneous",
                  .expect = near(1, 0.05),
                  .trial = change_of_rescaled_tanh,
                  .remark = "a tanh(z/a) is not tanh(z)"}},
}};

const Registered flatness_as_stated{{
    .id = "descent/flatness-is-no-property-as-stated",
    .title = "Erratum: flatness at a minimum is no property of the function that is learned",
    .statement =
        R"(f_w = f_{w'} \implies \lambda_{\max}\nabla^2L(w) = \lambda_{\max}\nabla^2L(w'))",
    .source = {"Notes on double descent", "we also seek out flat regions of the loss landscape"},
    .assumes = {absolute},
    .sweep = scalings(),
    .measure = {"largest eigenvalue of the Hessian at a zero of the loss", Polarity::exact,
                curvature_of_rescaled},
    .predict = theta({{"a", 0}})
                   .within(0.1)
                   .corrected_by(4, "the block of the outer weights, which falls as 1/a²")
                   .because("the band of the corrected claim"),
    .budget = few_trials(),
    .corrected_by = "descent/flatness-is-no-property",
    .expect = near(2, 0.25),
    .remark = "What generalises is the function; the weights that a flat minimum is made of can be "
              "rescaled to any curvature.",
}};

}  // namespace
}  // namespace asymptest::descent::flatness_is_no_property_claim
