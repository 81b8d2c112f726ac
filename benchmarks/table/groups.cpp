#include "groups.hpp"

namespace asymptest::benchmarks {

Target at_least(double value) { return {true, value}; }
Target at_most(double value) { return {false, value}; }

std::vector<Quantity> peak() { return {{"fused_multiply_adds", "FLOP/s"}}; }

std::vector<Quantity> best_product() {
  return {{"matrix_product/1024", "FLOP/s"},
          {"matrix_product_by_openblas/1024", "FLOP/s"},
          {"matrix_product_by_blis/1024", "FLOP/s"}};
}

Figure of_the_peak(std::string instrument, const std::string& benchmark,
                   std::optional<Target> target, std::string bound) {
  return {.instrument = std::move(instrument),
          .above = {benchmark, "FLOP/s"},
          .below = peak(),
          .form = Form::share,
          .unit = "of the peak",
          .target = target,
          .bound = std::move(bound)};
}

Figure of_the_product(std::string instrument, const std::string& benchmark) {
  return {.instrument = std::move(instrument),
          .above = {benchmark, "FLOP/s"},
          .below = best_product(),
          .form = Form::share,
          .unit = "of the best product"};
}

Figure as_fast_as(std::string other, std::string instrument, const std::string& benchmark,
                  const std::string& other_benchmark, std::optional<Target> target,
                  std::string bound) {
  return {.instrument = std::move(instrument),
          .above = {other_benchmark, "time"},
          .below = {{benchmark, "time"}},
          .form = Form::times,
          .unit = "as fast as " + std::move(other),
          .target = target,
          .bound = std::move(bound)};
}

std::vector<Group> machine_groups() {
  return {{.name = "The machine",
           .figures = {
               {.instrument = "multiply-adds in registers, the peak",
                .above = {"fused_multiply_adds", "FLOP/s"},
                .scale = 1e-9,
                .unit = "GFLOP/s"},
               of_the_peak("product of 1024 × 1024 matrices, Eigen", "matrix_product/1024", {}, ""),
               of_the_peak("… OpenBLAS", "matrix_product_by_openblas/1024", {}, ""),
               of_the_peak("… BLIS", "matrix_product_by_blis/1024", {}, ""),
               {.instrument = "triad beyond the caches",
                .above = {"triad/8388608", "bytes_per_second"},
                .scale = 1e-9,
                .unit = "GB/s"},
               {.instrument = "triad of 10⁵ numbers",
                .above = {"triad/100000", "bytes_per_second"},
                .scale = 1e-9,
                .unit = "GB/s"}}}};
}

std::vector<Group> all_groups() {
  std::vector<Group> all = machine_groups();
  for (const auto& part : {network_groups(), matrix_groups(), point_groups()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace asymptest::benchmarks
