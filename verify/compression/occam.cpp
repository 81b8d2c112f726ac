#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "occam_trials.hpp"

namespace asymptest::compression::occam_claim {
namespace {

constexpr double delta = 0.05;
constexpr const char* before_the_data = "the code is fixed before the data";

double occam_bound(const Point& at) {
  return std::sqrt((at["K"] * std::log(2) - std::log(delta)) / (2 * at["n"]));
}

const Registered occam{{
    .id = "compression/occam",
    .title = "A function of K bits has a gap of at most √((K ln 2 + ln 1/δ)/(2n))",
    .statement = R"(P\Bigl(\exists f : R(f) - R_{\mathrm{emp}}(f) >
        \sqrt{\tfrac{K(f)\ln 2 + \ln(1/\delta)}{2n}}\Bigr) \le \delta)",
    .source = {"Blumer, Ehrenfeucht, Haussler, Warmuth 1987",
               "Occam's razor, by Hoeffding's bound"},
    .assumes = {before_the_data},
    .sweep = {axis("K", "bits").listed({4, 16, 64}),
              axis("n", "samples").listed({256, 1024, 4096})},
    .measure = {"largest gap of 2^K random functions over the bound", Polarity::exact,
                [](const Point& at, Stream& random) {
                  return largest_gap(at, random) / occam_bound(at);
                }},
    .predict = always_at_most(1).but_for_chance(delta).within(0.02).because(
        "the bound holds with chance 0.95 and fails for memorised labels"),
    .budget = {.first = 256, .quick = 4096},
    .controls = {{.name = "labels-coded-as-no-bits",
                  .breaks = before_the_data,
                  .expect = near(1, 0.05),
                  .trial =
                      [](const Point& at, Stream&) {
                        constexpr double memorised_gap = 0.5;  // no training error, risk 1/2
                        return memorised_gap / occam_bound(Point{{"K", 0}, {"n", at["n"]}});
                      },
                  .remark = "the code that gives the memorised labels the empty word"}},
}};

const Registered occam_exponents{{
    .id = "compression/occam-exponents",
    .title = "The bound by code length is tight in its exponents, ½ in K and −½ in n",
    .statement = R"(\mathbb{E} \sup_{f : K(f) = K} \bigl(R(f) - R_{\mathrm{emp}}(f)\bigr)
        = \Theta\bigl(\sqrt{K/n}\bigr) \text{ for } 2^K \text{ random functions})",
    .source = {"Blumer, Ehrenfeucht, Haussler, Warmuth 1987", "Occam's razor; tight by Cramér"},
    .assumes = {"the functions are independent of each other"},
    .sweep = {axis("K", "bits").geometric(16, 1024), axis("n", "samples").geometric(65536, 524288)},
    .measure = {"largest gap of 2^K random functions", Polarity::exact, largest_gap},
    .predict = theta({{"K", 0.5}, {"n", -0.5}})
                   .within(0.1)
                   .rival(0, "copies of a few functions")
                   .because("two bands stay clear of copies; log K/K and K/n correct it"),
    .budget = {.first = 64, .quick = 2048},
    .controls = {{.name = "copies",
                  .breaks = "the functions are independent of each other",
                  .expect = near(0, 0.125, "K"),
                  .trial =
                      [](const Point& at, Stream& random) {
                        return largest_gap(Point{{"K", 4}, {"n", at["n"]}}, random);
                      },
                  .remark = "2^K copies of 16 functions: their gap, whatever K"}},
}};

}  // namespace
}  // namespace asymptest::compression::occam_claim
