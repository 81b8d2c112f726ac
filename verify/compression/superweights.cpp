#include <algorithm>
#include <cmath>

#include "asymptest/claim/registry.hpp"

namespace asymptest::compression::superweights_claim {
namespace {

constexpr const char* gaussian_weights = "the weights have Gaussian tails";
constexpr const char* part_of_the_sum = "the largest is a part of the sum";
constexpr const char* heavy_tail = "the weights have a tail of index below 2";

/// The share of the largest of m independent terms w² in their sum.
template <class Weight>
double largest_share(const Point& at, Stream& random, Weight weight) {
  double sum = 0, most = 0;
  for (std::int64_t i = 0; i < at.count("m"); ++i) {
    const double w = weight(random);
    sum += w * w;
    most = std::max(most, w * w);
  }
  return most / sum;
}

double share_of_gaussian(const Point& at, Stream& random) {
  return largest_share(at, random, [](Stream& r) { return r.normal(); });
}

/// P(|w| > t) = t^−a.
Trial share_of_pareto(double a) {
  return [=](const Point& at, Stream& random) {
    return largest_share(at, random, [=](Stream& r) { return std::pow(r.uniform(), -1 / a); });
  };
}

const Sweep widths{axis("m", "weights of the output layer").geometric(64, 8192).standard(65536)};
const Budget by_width{
    .first = 64, .quick = 4096, .cost = [](const Point& at) { return 50 + at["m"]; }};

const Registered gaussian_share{{
    .id = "compression/superweights",
    .title = "The largest of m Gaussian weights carries a share of order log m/m",
    .statement = R"(\mathbb{E}\,\frac{\max_i w_i^2}{\sum_i w_i^2} = O\Bigl(\frac{\log m}{m}\Bigr),
        \quad w_i \sim N(0, 1))",
    .source = {"Extreme value theory", "Embrechts, Klüppelberg, Mikosch 1997, example 3.3.29"},
    .assumes = {gaussian_weights},
    .sweep = widths,
    .measure = {"share of the largest weight in the variance of the output", Polarity::exact,
                share_of_gaussian},
    .predict = at_most({{"m", -1}})
                   .up_to_logs()
                   .within(0.2)
                   .rival(-0.5, "a tail of index 4")
                   .because("two bands stay clear of −1/2, the exponent of a tail of index 4"),
    .budget = by_width,
    .controls = {{.name = "cauchy-like-weights",
                  .breaks = gaussian_weights,
                  .expect = near(0, 0.25),
                  .trial = share_of_pareto(1),
                  .predict = at_most({{"m", -1}})
                                 .within(0.2)
                                 .because("the band of the claim; its own law has no logarithm"),
                  .remark = "a bounded share, whatever the width"}},
}};

const Registered pareto_share{{
    .id = "compression/superweights-of-heavy-tails",
    .title = "Under weights of index below 2 one weight carries a share of any width's output",
    .statement = R"(\mathbb{E}\,\frac{\max_i w_i^2}{\sum_i w_i^2} = \Theta(1),
        \quad P(|w| > t) = t^{-a}, \; a < 2)",
    .source = {"Darling 1952",
               "The influence of the maximum term in the addition of independent "
               "random variables"},
    .assumes = {heavy_tail},
    .sweep = widths,
    .measure = {"share of the largest weight in the variance of the output, a = 1", Polarity::exact,
                share_of_pareto(1)},
    .predict = theta({{"m", 0}})
                   .within(0.1)
                   .rival(-0.5, "a tail of index 4")
                   .because("two bands stay clear of the rival"),
    .budget = by_width,
    .controls = {{.name = "tail-of-index-eight",
                  .breaks = heavy_tail,
                  .expect = near(-0.75, 0.18),
                  .trial = share_of_pareto(8),
                  .predict = theta({{"m", 0}})
                                 .within(0.1)
                                 .corrected_by(0.75, part_of_the_sum)
                                 .because("the band of the claim"),
                  .remark = "m^(2/a − 1)"}},
}};

const Registered moderate_share{{
    .id = "compression/superweights-of-index-four",
    .title = "Under weights of index a > 2 the largest one's share falls as m^(2/a − 1)",
    .statement = R"(\mathbb{E}\,\frac{\max_i w_i^2}{\sum_i w_i^2} = \Theta(m^{2/a-1}),
        \quad P(|w| > t) = t^{-a}, \; a > 2)",
    .source = {"Extreme value theory", "Embrechts, Klüppelberg, Mikosch 1997, theorem 3.3.7"},
    .assumes = {"the tail has the index a = 4"},
    .sweep = widths,
    .measure = {"share of the largest weight in the variance of the output, a = 4", Polarity::exact,
                share_of_pareto(4)},
    .predict = theta({{"m", -0.5}})
                   .within(0.1)
                   .rival(0, "an index below 2")
                   .rival(-1, "Gaussian weights")
                   .corrected_by(0.5, part_of_the_sum)
                   .because("two bands stay clear of both rivals"),
    .budget = by_width,
    .controls = {{.name = "index-one",
                  .breaks = "the tail has the index a = 4",
                  .expect = near(0, 0.125).because("of index 1 the largest is as large as the sum"),
                  .trial = share_of_pareto(1)}},
}};

}  // namespace
}  // namespace asymptest::compression::superweights_claim
