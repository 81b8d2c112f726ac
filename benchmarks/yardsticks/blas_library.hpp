#pragma once

#include <string>

namespace asymptest::benchmarks {

/// A BLAS, with LAPACK where it holds one, that is loaded at run time, so that nothing has to be
/// installed where the program is built, and several can be timed in one process. All matrices are
/// by columns, without gaps. One thread.
class BlasLibrary {
 public:
  /// The library's file, "libopenblas.so.0", and what sets its number of threads.
  BlasLibrary(const char* file, const char* thread_setter);
  BlasLibrary(const BlasLibrary&) = delete;
  BlasLibrary& operator=(const BlasLibrary&) = delete;

  [[nodiscard]] bool is_loaded() const { return handle_ != nullptr; }

  /// C = A·B, or A·Bᵀ, or Aᵀ·B: C is rows × cols, `inner` the length of its sums.
  void product(char transpose_a, char transpose_b, int rows, int cols, int inner, const double* a,
               const double* b, double* c) const;
  /// The lower triangle of C = AᵀA, A inner × size.
  void gram(int size, int inner, const double* a, double* c) const;
  /// All eigenvalues, ascending, of the symmetric matrix of the lower triangle, which is lost:
  /// dsyevr, without vectors. Throws std::runtime_error if it fails.
  void eigenvalues(int size, double* a, double* values) const;
  /// The Householder QR factorisation, in place: dgeqrf.
  void qr(int rows, int cols, double* a) const;
  /// The Cholesky factor of the lower triangle, in place: dpotrf.
  void cholesky(int size, double* a) const;

 private:
  template <class Function>
  [[nodiscard]] Function function(const char* name) const;

  void* handle_ = nullptr;
};

/// OpenBLAS and BLIS, as Debian names their files.
const BlasLibrary& openblas();
const BlasLibrary& blis();

}  // namespace asymptest::benchmarks
