#include "asymptest/claim/registry.hpp"
#include "neighbour_trials.hpp"

namespace asymptest::real_data::dimension_drift_claim {
namespace {

const Registered dimension_drift{{
    .id = "real-data/dimension-drift",
    .title = "The dimension that neighbours tell of real data rises with the number of points",
    .statement = R"(n \mapsto \mathbb{E}\,\hat d_{k=20}(n) \text{ increases})",
    .source = {"Levina, Bickel 2005", "section 4, the bias of finite samples"},
    .assumes = {"each point is an image of its own"},
    .sweep = {axis("n", "points").geometric(320, 2560).standard(10240),
              axis("k", "neighbours").listed({20})},
    .measure = {"d̂ of maximum likelihood with inverse averaging", Polarity::exact,
                dimension_of_data},
    .predict = has_shape({.kind = Shape::Kind::increasing, .axis = "n"})
                   .within(0.03)
                   .because("an estimate without bias changes by nothing, and one of a set that is "
                            "flat below some scale falls to it"),
    .budget = {.first = 12,
               .quick = 64,
               .standard = 64,
               .full = 64,
               .cost = [](const Point& at) { return at["n"] * at["n"]; }},
    .controls = {{.name = "images-in-many-lights",
                  .breaks = "each point is an image of its own",
                  .expect = above(0.2).because(
                      "32 segments: with 10 points on each the 20 nearest reach others, with 80 "
                      "they don't, and the dimension is 1"),
                  .trial = dimension_of_segments}},
    .remark = "9.9 with 1280 images of Fashion-MNIST, 14.55 with all 60 000: a number for a data "
              "set is one for its size.",
    .on_data = true,
}};

}  // namespace
}  // namespace asymptest::real_data::dimension_drift_claim
