#include <stdexcept>

#include "asymptest/claim/registry.hpp"

namespace asymptest::own_namespace {
namespace {

double measured(const Point& at, Stream& random) {
  (void)at;
  (void)random;
  throw std::logic_error("the measurement of this claim is not written yet");
}

const Registered skeleton_name{{
    .id = "skeleton/name",
    .title = "What is claimed, in one line of plain words",
    .statement = R"(Q(n) = \Theta(n^{-1/2}))",
    .source = {"Author year, arXiv:number", "the place in it"},
    .assumes = {"a hypothesis of the statement"},
    .sweep = {axis("n", "what n counts").geometric(16, 2048)},
    .measure = {"what a trial measures, in words", Polarity::exact, measured},
    .predict = theta({{"n", -0.5}})
                   .within(0.05)
                   .rival(-1, "who predicts this instead")
                   .because("why the band is as wide as it is"),
    .controls = {{.name = "broken-hypothesis",
                  .breaks = "a hypothesis of the statement",
                  .expect = near(0, 0.05).because("why theory gives 0 here"),
                  .trial = measured}},
}};

}  // namespace
}  // namespace asymptest::own_namespace
