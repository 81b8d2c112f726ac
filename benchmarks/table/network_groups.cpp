#include <fmt/format.h>

#include "groups.hpp"

namespace asymptest::benchmarks {
namespace {

Group normals() {
  const std::string ours = "normal_variates_filled";
  return {.name = "Normal variates",
          .figures = {{.instrument = "from Philox",
                       .above = {ours, "bytes_per_second"},
                       .scale = 1e-9,
                       .unit = "GB/s",
                       .target = at_least(1)},
                      as_fast_as("`std::normal_distribution`", "speed", ours,
                                 "normal_variates_by_the_standard_library"),
                      as_fast_as("Box and Muller's transform by the C library", "speed", ours,
                                 "normal_variates_by_the_c_library")}};
}

Group activations() {
  return {.name = "tanh",
          .figures = {as_fast_as("the C library", "of an array", "tanh_of_the_project",
                                 "tanh_of_the_c_library")}};
}

Group tangent_kernel(int m, int n) {
  const std::string sizes = fmt::format("L:3/m:{}/n:{}", m, n);
  Group group{.name = fmt::format("Tangent kernel, L = 3, m = {}, n = {}", m, n),
              .figures = {of_the_peak("rate", "tangent_kernel_of/" + sizes, at_least(0.85),
                                      "its products of matrices"),
                          of_the_product("rate", "tangent_kernel_of/" + sizes)},
              .turns = m > 2000 ? 5 : 9,
              .slow = m > 1024};
  if (n == 256 && m <= 2048) {
    group.figures.push_back(as_fast_as("layer by layer with OpenBLAS", "speed",
                                       "tangent_kernel_of/" + sizes,
                                       "tangent_kernel_by_openblas/" + sizes, at_least(1.3),
                                       "both are bound by the same products"));
  }
  return group;
}

Group two_threads() {
  return {
      .name = "Tangent kernels on two threads at once, m = 512, n = 256",
      .figures = {{.instrument = "kernels a second",
                   .above = {"tangent_kernel_on_threads/real_time/threads:2", "items_per_second"},
                   .below = {{"tangent_kernel_on_threads/real_time/threads:1", "items_per_second"}},
                   .form = Form::times,
                   .unit = "those on one",
                   .target = at_least(1.9),
                   .bound = "the other users of the machine"}}};
}

Group loss_hessian() {
  const std::string ours = "loss_hessian_product/L:3/m:1024/n:256";
  return {.name = "The loss's Hessian times a vector, L = 3, m = 1024, n = 256",
          .figures = {of_the_peak("rate", ours, at_least(0.88), "its products of matrices"),
                      of_the_product("rate", ours)}};
}

Group output_hessian() {
  return {.name = "One sample's Hessian, L = 2",
          .figures = {{.instrument = "product, m = 4096: bytes of the weights, each read twice",
                       .above = {"hessian_product/4096", "bytes_per_second"},
                       .below = {{"triad/8388608", "bytes_per_second"}},
                       .form = Form::share,
                       .unit = "of the triad",
                       .target = at_least(0.8)},
                      {.instrument = "norm, m = 1024",
                       .above = {"hessian_norm/1024", "time"},
                       .below = {{"hessian_product/1024", "time"}},
                       .form = Form::times,
                       .unit = "the time of a product"}}};
}

Group large_norm() {
  return {.name = "One sample's Hessian, L = 2, m = 8192",
          .figures = {{.instrument = "weights drawn and norm",
                       .above = {"hessian_norm_alone/8192/iterations:1", "cpu_seconds"},
                       .unit = "s",
                       .target = at_most(1.2),
                       .bound = "each product reads the weights, 537 MB, twice from memory"},
                      {.instrument = "peak memory of a process of its own",
                       .above = {"hessian_norm_alone/8192/iterations:1", "peak/weights"},
                       .form = Form::times,
                       .unit = "the weights' bytes",
                       .target = at_most(1.1)}},
          .turns = 3,
          .slow = true};
}

Group shallow_suprema() {
  const auto neurons = [](std::string instrument, const std::string& benchmark) {
    return Figure{.instrument = std::move(instrument),
                  .above = {benchmark, "time"},
                  .below = {{"shallow_norm/65536", "time"}},
                  .form = Form::times,
                  .unit = "the norm of a Hessian with twice as many neurons"};
  };
  return {.name = "Suprema of one hidden layer",
          .figures = {neurons("linearisation's error, m = 32768", "linearisation_supremum/m:32768"),
                      neurons("kernel's change, m = 32768", "kernel_change_supremum/m:32768")}};
}

}  // namespace

std::vector<Group> network_groups() {
  return {normals(),
          activations(),
          tangent_kernel(512, 256),
          tangent_kernel(1024, 256),
          tangent_kernel(2048, 256),
          tangent_kernel(4096, 256),
          tangent_kernel(1024, 512),
          two_threads(),
          loss_hessian(),
          output_hessian(),
          large_norm(),
          shallow_suprema()};
}

}  // namespace asymptest::benchmarks
