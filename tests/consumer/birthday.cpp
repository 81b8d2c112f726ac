#include <cmath>
#include <set>

#include "asymptest/claim/registry.hpp"

namespace birthday {
namespace {

using namespace asymptest;

/// Draws until a value of n comes up twice.
double until_repeated(const Point& at, Stream& random) {
  std::set<std::uint64_t> seen;
  const auto n = static_cast<std::uint64_t>(at["n"]);
  while (seen.insert(random.below(n)).second) {
  }
  return static_cast<double>(seen.size() + 1);
}

/// Draws until the first value comes up again.
double until_the_first_again(const Point& at, Stream& random) {
  const auto n = static_cast<std::uint64_t>(at["n"]);
  double draws = 1;
  do ++draws;
  while (random.below(n) != 0);
  return draws;
}

const Registered threshold{{
    .id = "probability/birthday",
    .title = "Among n values a repetition takes the square root of n draws",
    .statement = R"(\mathbb{E}\,T_n = \Theta(n^{1/2}))",
    .source = {"Flajolet, Gardy, Thimonier 1992", "the birthday problem"},
    .assumes = {"any pair of draws may repeat"},
    .sweep = {axis("n", "values").geometric(64, 8192)},
    .measure = {"draws until a value comes up twice", Polarity::exact, until_repeated},
    .predict = theta({{"n", 0.5}})
                   .within(0.08)
                   .rival(1, "one value again")
                   .because("a sixth of the gap to the rival"),
    .budget = {.first = 256, .quick = 65536},
    .controls = {{.name = "the-first-value",
                  .breaks = "any pair of draws may repeat",
                  .expect = near(1, 0.125).because("a geometric waiting time of chance 1/n"),
                  .trial = until_the_first_again}},
}};

}  // namespace
}  // namespace birthday
