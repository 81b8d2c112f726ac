#include "blas_library.hpp"

#include <dlfcn.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace asymptest::benchmarks {
namespace {

// Fortran's calling convention: all by reference.
using Gemm = void (*)(const char*, const char*, const int*, const int*, const int*, const double*,
                      const double*, const int*, const double*, const int*, const double*, double*,
                      const int*);
using Syrk = void (*)(const char*, const char*, const int*, const int*, const double*,
                      const double*, const int*, const double*, double*, const int*);
using Syevr = void (*)(const char*, const char*, const char*, const int*, double*, const int*,
                       const double*, const double*, const int*, const int*, const double*, int*,
                       double*, double*, const int*, int*, double*, const int*, int*, const int*,
                       int*);
using Geqrf = void (*)(const int*, const int*, double*, const int*, double*, double*, const int*,
                       int*);
using Potrf = void (*)(const char*, const int*, double*, const int*, int*);

constexpr double one = 1, zero = 0;

void require_success(int info, const char* routine) {
  if (info != 0) throw std::runtime_error(std::string(routine) + " failed");
}

}  // namespace

BlasLibrary::BlasLibrary(const char* file, const char* thread_setter)
    : handle_(dlopen(file, RTLD_NOW | RTLD_LOCAL)) {
  if (handle_ == nullptr) return;
  using Setter = void (*)(int);
  if (const auto set = reinterpret_cast<Setter>(dlsym(handle_, thread_setter))) set(1);
}

template <class Function>
Function BlasLibrary::function(const char* name) const {
  const auto found = reinterpret_cast<Function>(dlsym(handle_, name));
  if (found == nullptr) throw std::runtime_error(std::string("no function ") + name);
  return found;
}

void BlasLibrary::product(char transpose_a, char transpose_b, int rows, int cols, int inner,
                          const double* a, const double* b, double* c) const {
  const int lead_a = transpose_a == 'N' ? rows : inner, lead_b = transpose_b == 'N' ? inner : cols;
  function<Gemm>("dgemm_")(&transpose_a, &transpose_b, &rows, &cols, &inner, &one, a, &lead_a, b,
                           &lead_b, &zero, c, &rows);
}

void BlasLibrary::gram(int size, int inner, const double* a, double* c) const {
  function<Syrk>("dsyrk_")("L", "T", &size, &inner, &one, a, &inner, &zero, c, &size);
}

void BlasLibrary::eigenvalues(int size, double* a, double* values) const {
  const auto syevr = function<Syevr>("dsyevr_");
  const int none = 0, ask = -1, vectors = 1;
  int found = 0, info = 0, integers = 0, supports = 0;
  double numbers = 0, no_vectors = 0;
  const auto call = [&](double* work, const int* work_size, int* integer_work,
                        const int* integer_size) {
    syevr("N", "A", "L", &size, a, &size, &zero, &zero, &none, &none, &zero, &found, values,
          &no_vectors, &vectors, &supports, work, work_size, integer_work, integer_size, &info);
    require_success(info, "dsyevr");
  };
  call(&numbers, &ask, &integers, &ask);
  std::vector<double> work(static_cast<std::size_t>(numbers));
  std::vector<int> integer_work(static_cast<std::size_t>(integers));
  const auto work_size = static_cast<int>(numbers);
  call(work.data(), &work_size, integer_work.data(), &integers);
}

void BlasLibrary::qr(int rows, int cols, double* a) const {
  constexpr int block = 64;
  const int work_size = block * cols;
  int info = 0;
  std::vector<double> scales(static_cast<std::size_t>(cols)),
      work(static_cast<std::size_t>(work_size));
  function<Geqrf>("dgeqrf_")(&rows, &cols, a, &rows, scales.data(), work.data(), &work_size, &info);
  require_success(info, "dgeqrf");
}

void BlasLibrary::cholesky(int size, double* a) const {
  int info = 0;
  function<Potrf>("dpotrf_")("L", &size, a, &size, &info);
  require_success(info, "dpotrf");
}

const BlasLibrary& openblas() {
  static const BlasLibrary library("libopenblas.so.0", "openblas_set_num_threads");
  return library;
}

const BlasLibrary& blis() {
  static const BlasLibrary library("libblis.so.4", "bli_thread_set_num_threads");
  return library;
}

}  // namespace asymptest::benchmarks
