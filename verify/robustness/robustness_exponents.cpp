#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/geometry/lipschitz.hpp"
#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest {
namespace {

/// E Lip² over random signs, given the data.
double squared_lipschitz(const Point& at, Stream& random) {
  return mean_min_norm_squared(gaussian_design(at.count("n"), at.count("p"), 1 / at["d"], random));
}

constexpr Eigen::Index subspace_dimension = 64;

double on_a_subspace(const Point& at, Stream& random) {
  Eigen::MatrixXd design = Eigen::MatrixXd::Zero(at.count("n"), at.count("p"));
  design.leftCols(subspace_dimension) =
      gaussian_design(at.count("n"), subspace_dimension, 1.0 / subspace_dimension, random);
  return mean_min_norm_squared(design);
}

double with_linear_labels(const Point& at, Stream& random) {
  constexpr Eigen::Index targets = 64;
  const Eigen::Index p = at.count("p");
  const Eigen::MatrixXd design = gaussian_design(at.count("n"), p, 1 / at["d"], random);
  const Eigen::MatrixXd target = gaussian_design(p, targets, at["d"] / at["p"], random);
  return min_norm_solution(design, design * target).squaredNorm() / targets;
}

double on_atoms(const Point& at, Stream& random) {
  const Eigen::Index n = at.count("n");
  Eigen::MatrixXd atoms = gaussian_design(at.count("d"), n, 1, random);
  atoms.colwise().normalize();
  Eigen::VectorXd labels(n);  // the atoms are random, so fixed labels lose nothing
  for (Eigen::Index i = 0; i < n; ++i) labels(i) = i % 2 == 0 ? 1 : -1;
  return std::pow(least_lipschitz_constant(atoms, labels), 2);
}

double on_two_clusters(const Point& at, Stream& random) {
  constexpr double half_distance = 10;  // the clusters have radius 1
  Eigen::MatrixXd design = gaussian_design(at.count("n"), at.count("p"), 1 / at["d"], random);
  for (double& first : design.col(0)) first += half_distance * random.sign();
  return mean_min_norm_squared(design);
}

double surplus(const Point& at) { return at["p"] - at["n"] - 1; }

/// A sweep along one axis, the other two fixed.
Sweep along(const char* swept, double first, double last, Point at) {
  std::vector<Point> points;
  for (double size = first; size <= last; size *= 2) {
    std::vector<Coordinate> coordinates = at.coordinates();
    for (Coordinate& one : coordinates) one.value = one.axis == swept ? size : one.value;
    points.emplace_back(coordinates);
  }
  return {{axis("n", "samples"), axis("d", "ambient dimension"), axis("p", "parameters")}, points};
}

Prediction linear_in(Factor factor) {
  return theta({std::move(factor)}).within(0.1).because("the band of the claim");
}

const Registered robustness_exponents{{
    .id = "robustness/robustness-exponents",
    .title = "Smooth interpolation: Lip² of the min-norm solution is n d/(p − n − 1)",
    .statement = R"(\mathbb{E}\,\mathrm{Lip}(\hat f)^2 = \Theta\Bigl(\frac{n\,d}{p-n-1}\Bigr),
        \quad \text{so } \mathrm{Lip} \asymp \sqrt{nd/p} \text{ attains the law of robustness})",
    .source = {"Bubeck, Sellke 2021, arXiv:2105.12806", "Theorem 3"},
    .assumes = {"the data are isoperimetric in the ambient dimension", "the labels are noise",
                "the data are a mixture of far fewer laws than samples"},
    .sweep = {{axis("n", "samples").listed({8, 16, 32, 64}),
               axis("d", "ambient dimension").listed({1024, 2048, 4096, 8192}),
               axis("p", "parameters: the coordinates used").listed({128, 256, 512, 1024})}},
    .measure = {"squared Lipschitz constant of the min-norm linear interpolant, averaged over "
                "random labels",
                Polarity::exact, squared_lipschitz},
    .predict = theta({{"n", 1}, {"d", 1}, {"p - n - 1", -1, surplus}})
                   .within(0.1)
                   .rival(-4.0 / 3, "the slope in p itself")
                   .because("two bands stay clear of what the slope in p itself reads, -4/3"),
    .controls =
        {{.name = "subspace-data",
          .breaks = "the data are isoperimetric in the ambient dimension",
          .expect = near(0, 0.3),
          .trial = on_a_subspace,
          .sweep = along("d", 128, 8192, {{"n", 32}, {"d", 0}, {"p", 128}}),
          .predict = linear_in({"d", 1}),
          .remark = "data on 64 of the d axes: smoothness costs 64 times the parameters, not d"},
         {.name = "linear-labels",
          .breaks = "the labels are noise",
          .expect = near(0, 0.3),
          .trial = with_linear_labels,
          .sweep = along("n", 32, 1024, {{"n", 0}, {"d", 1024}, {"p", 32}}),
          .predict = linear_in({"n", 1}),
          .remark = "noiseless linear labels can be interpolated with n > p: Lip² = d for any n"},
         {.name = "atoms",
          .breaks = "the data are a mixture of far fewer laws than samples",
          .expect = near(0, 0.3),
          .trial = on_atoms,
          .sweep = along("d", 256, 8192, {{"n", 16}, {"d", 0}, {"p", 16}}),
          .predict = linear_in({"d", 1}),
          .remark = "n atoms on the sphere and p = n values on them, extended by McShane: Lip² "
                    "falls to 2"},
         {.name = "two-far-clusters",
          .trial = on_two_clusters,
          .predict = theta({{"n - 1", 1, [](const Point& at) { return at["n"] - 1; }},
                            {"d", 1},
                            {"p - n - 1", -1, surplus}})
                         .within(0.1)
                         .because("the band of the claim"),
          .harmless = true,
          .remark =
              "mixtures of few laws are covered; the step between the clusters fits one label"}},
    .remark =
        "The exponents are those of Lip², whose mean is exact; those of Lip are half of them, "
        "+1/2, +1/2 and -1/2. Against p in place of p - n - 1 the slope reads -0.67 for -0.5. "
        "The d axis enters through the length of the data, E|x|² = 1, alone.",
}};

}  // namespace
}  // namespace asymptest
