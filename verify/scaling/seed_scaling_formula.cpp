#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learners/learner_trials.hpp"
#include "trials/cell_trials.hpp"

namespace asymptest::scaling::seed_scaling_formula_claim {
namespace {

Factor power_of_m(int dimension, double exponent) {
  return {"P", exponent, [dimension](const Point& at) { return std::pow(at["m"], dimension); }};
}

const Registered seed_scaling_formula_lattice{{
    .id = "scaling/seed-scaling-formula-lattice",
    .title = "Of P cells of a lattice in the cube a curve meets P^(1/D)",
    .statement = R"(P_{\mathrm{eff}} = \Theta(P^{d/D}), \qquad d = 1,\ D = 2,
        \text{ cells of a lattice in } [0,1]^D)",
    .source = {"Notes on machine learning as interpolation, 2024",
               "section 3, effective parameters"},
    .assumes = {"the data lie on a curve", "the cells are those of a lattice"},
    .sweep = {axis("m", "cells an axis, P = m²").geometric(8, 512)},
    .measure = {"cells of an m × m lattice that a closed curve in the square meets",
                Polarity::exact, cells_on_a_curve(2)},
    .predict = theta({power_of_m(2, 0.5)})
                   .within(0.05)
                   .rival(1.0 / 3, "a curve in space, D = 3")
                   .because("two bands stay clear of D = 3"),
    .controls = {{.name = "sheet",
                  .breaks = "the data lie on a curve",
                  .expect = near(2.0 / 3, 0.04),
                  .trial = cells_on_a_sheet(3),
                  .sweep =
                      Sweep{axis("m", "cells an axis, P = m³").listed({8, 12, 16, 20, 24, 32})},
                  .predict = theta({power_of_m(3, 0.5)})
                                 .within(0.05)
                                 .corrected_by(1.0 / 3,
                                               "a column meets 2 - O(1/m) cells: whole "
                                               "ones at the sheet's two turns")
                                 .because("that of the claim"),
                  .remark = "a surface in space: 2/3; at multiples of four its highest and lowest "
                            "points lie on the lattice's planes"},
                 {.name = "adaptive-partition",
                  .breaks = "the cells are those of a lattice",
                  .expect = near(1, 0.05),
                  .trial = adaptive_cells_on_a_curve,
                  .sweep = Sweep{axis("m", "P = m² cells").geometric(4, 64)},
                  .remark = "cells that halve the samples all meet the curve"}},
    .remark =
        "A count for lattices of the ambient space. It says nothing of models whose cells adapt.",
}};

const Registered seed_scaling_formula_adaptive_as_stated{{
    .id = "scaling/seed-scaling-formula-adaptive-as-stated",
    .title = "Erratum: a model whose cells follow the data has P effective parameters",
    .statement =
        R"(P_{\mathrm{eff}} = \Theta(P^{d/D}) \text{ for any model}, \qquad d = 1,\ D = 2)",
    .source = {"Notes on machine learning as interpolation, 2024",
               "section 3, effective parameters"},
    .assumes = {"the data lie on a curve"},
    .sweep = {axis("m", "P = m² cells").geometric(4, 64)},
    .measure = {"cells that hold a sample of a curve, of P cells that halve the samples along the "
                "axes in turn",
                Polarity::exact, adaptive_cells_on_a_curve},
    .predict = theta({power_of_m(2, 0.5)}).within(0.05).because("the band of the corrected law"),
    .corrected_by = "scaling/seed-scaling-formula-lattice",
    .expect = near(1, 0.05),
    .remark = "True of a lattice in the ambient cube, which wastes its cells off the data.",
}};

const Registered seed_scaling_formula_as_stated{{
    .id = "scaling/seed-scaling-formula-as-stated",
    .title = "Erratum: the error does not grow with the number of samples",
    .statement = R"(\epsilon = \Theta\Bigl(\Bigl(\frac{N}{P_{\mathrm{eff}}}\Bigr)^{2/d}\Bigr)
        \text{ at fixed } P_{\mathrm{eff}}, \qquad d = 2)",
    .source = {"Notes on machine learning as interpolation, 2024",
               "section 3, generalisation bound"},
    .assumes = {"the number of parameters is fixed"},
    .sweep = {axis("N", "samples").geometric(16, 512)},
    .measure = {"mean squared error at 64 fresh points of the 2-torus of the nearest label",
                Polarity::exact, nearest_neighbour_error(2)},
    .predict = theta({{"N", 1}})
                   .within(0.125)
                   .corrected_by(1, "that of the corrected law")
                   .because("the band of the corrected law"),
    .budget = {.first = 64, .quick = 2048},
    .corrected_by = "scaling/learner-exponents-nearest-neighbour-2",
    .expect = near(-1, 0.2),
    .remark = "The ratio is upside down: of the two resources the scarcer one limits, with error "
              "N^(-2/d) or P^(-2/d), and more samples never make it larger.",
}};

}  // namespace
}  // namespace asymptest::scaling::seed_scaling_formula_claim
