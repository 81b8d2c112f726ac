#include <fmt/format.h>

#include "groups.hpp"

namespace asymptest::benchmarks {
namespace {

Group extreme_eigenvalues(int n) {
  const std::string lapack = fmt::format("eigenvalues_by_lapack/{}", n);
  return {
      .name = fmt::format("Smallest eigenvalue of a positive definite matrix, n = {}", n),
      .figures = {as_fast_as("LAPACK's dsyevr, values only", "proved bound",
                             fmt::format("smallest_eigenvalue_bound/{}", n), lapack, at_least(3)),
                  as_fast_as("LAPACK's dsyevr, values only", "all eigenvalues",
                             fmt::format("eigenvalues_of_the_project/n:{}", n), lapack, {})},
      .turns = n > 1000 ? 3 : 7,
      .slow = n > 1000};
}

Group verified_products() {
  const auto products = [](std::string instrument, const std::string& benchmark,
                           std::optional<Target> target) {
    return Figure{
        .instrument = std::move(instrument),
        .above = {benchmark, "time"},
        .below = {{"matrix_product/1024", "time"}},
        .form = Form::times,
        .unit = "a plain product",
        .target = target,
        .bound = "a plain product and two in single precision, and passes over the entries"};
  };
  return {.name = "Verified products, 1024 × 1024",
          .figures = {products("interval matrices", "interval_product/1024", at_most(2.5)),
                      products("plain matrices", "enclosed_product/1024", {})}};
}

Group eigenvalue_bounds() {
  return {
      .name = "Proved bound of λ_min, n = 1000",
      .figures = {
          {.instrument = "beside Eigen's Cholesky factorisation",
           .above = {"smallest_eigenvalue_bound/1000", "time"},
           .below = {{"cholesky_by_eigen/1000", "time"}},
           .form = Form::times,
           .unit = "its time",
           .target = at_most(2),
           .bound = "a guess takes half of one, its proof one, and copies and ten solves the rest"},
          {.instrument = "beside LAPACK's",
           .above = {"smallest_eigenvalue_bound/1000", "time"},
           .below = {{"cholesky_by_lapack/1000", "time"}},
           .form = Form::times,
           .unit = "its time"}}};
}

Group eigenvalue_bound_memory() {
  return {.name = "Proved bound of λ_min, n = 4000",
          .figures = {{.instrument = "peak memory of a process of its own",
                       .above = {"eigenvalue_bound_alone/4000/iterations:1", "peak/matrix"},
                       .form = Form::times,
                       .unit = "the matrix's bytes",
                       .target = at_most(3)}},
          .turns = 1,
          .slow = true};
}

Group certified_ball() {
  const std::string name = "certified_ball_alone/1048576/iterations:1";
  return {.name = "Certified ball, one hidden layer, m = 2²⁰",
          .figures = {{.instrument = "time of a processor",
                       .above = {name, "cpu_seconds"},
                       .unit = "s",
                       .target = at_most(30),
                       .bound = "products of intervals by neurons, and fresh memory"},
                      {.instrument = "peak memory of a process of its own",
                       .above = {name, "peak_GiB"},
                       .unit = "GiB",
                       .target = at_most(2)}},
          .turns = 1,
          .slow = true};
}

Group ridgeless() {
  const auto factorisations = [](std::string instrument, const std::string& benchmark,
                                 std::optional<Target> target, std::string bound) {
    return Figure{.instrument = std::move(instrument),
                  .above = {"ridgeless_sweep_of_all_p/n:1000/D:2000", "time"},
                  .below = {{benchmark, "time"}},
                  .form = Form::times,
                  .unit = "its time",
                  .target = target,
                  .bound = std::move(bound)};
  };
  return {.name = "Ridgeless sweep p = 1 … 2n, n = 1000, beside one QR of n × 2n",
          .figures = {factorisations("beside Eigen's", "qr_by_eigen/1000/2000", at_most(3), ""),
                      factorisations("beside LAPACK's", "qr_by_lapack/1000/2000", {}, "")},
          .turns = 7};
}

Group kernel_solve() {
  Figure share = of_the_product("rate of a factorisation", "kernel_solve/n:8000");
  share.target = at_least(0.8);
  share.bound = "the factors of its diagonal blocks, which are no products";
  return {.name = "Kernel solve, n = 8000",
          .figures = {share, as_fast_as("LAPACK's factorisation alone", "solve",
                                        "kernel_solve/n:8000", "kernel_cholesky_by_lapack/8000")},
          .turns = 3,
          .slow = true};
}

}  // namespace

std::vector<Group> matrix_groups() {
  return {extreme_eigenvalues(1000),
          extreme_eigenvalues(2000),
          verified_products(),
          eigenvalue_bounds(),
          eigenvalue_bound_memory(),
          certified_ball(),
          ridgeless(),
          kernel_solve()};
}

}  // namespace asymptest::benchmarks
