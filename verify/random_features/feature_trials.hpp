#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::random_features {

// Min-norm interpolation by m random Fourier frequencies (2m real features) of 8 points: the
// corners ±1 of a cube in R^3, each shifted by up to 1/4 in each coordinate, so that no two are
// near.

/// Mean square over 8 fresh points of N(0, I) and over random signs for labels of f_m − f, with
/// f_m for v ~ N(0, I) and f the interpolant of exp(−‖x − z‖²/2): ‖A_m − A‖²/8 for the maps A from
/// labels to values.
double distance_to_kernel(const Point& at, Stream& random);

/// Likewise the largest |f_m − f| of the 8 points, for one draw of the labels.
double largest_distance_to_kernel(const Point& at, Stream& random);

/// f of exp(−‖x − z‖²) in place: the pairing of the slides.
double distance_to_kernel_as_stated(const Point& at, Stream& random);
double largest_distance_to_kernel_as_stated(const Point& at, Stream& random);

/// Frequencies with Cauchy coordinates.
double distance_with_cauchy_frequencies(const Point& at, Stream& random);

/// The mean square of f_m − f for m random ReLU features max(⟨v, (x, 1)⟩, 0), v ~ N(0, I), and the
/// interpolant f of the arc-cosine kernel of order 1; for v of unit length, for which the kernel is
/// a multiple of that; and for v of random signs, one of sixteen directions.
double relu_distance_to_kernel(const Point& at, Stream& random);
double relu_distance_with_unit_directions(const Point& at, Stream& random);
double relu_distance_with_sign_directions(const Point& at, Stream& random);

/// E‖f_m‖² − E‖f‖² over random signs in the norms of the two, tr K_m⁻¹ − tr K⁻¹, less the part of
/// mean zero, −tr K⁻¹(K_m − K)K⁻¹.
double norm_excess(const Point& at, Stream& random);
double norm_excess_as_stated(const Point& at, Stream& random);

/// The min norm² over the coefficients of m + 1 frequencies (features not scaled) over that of the
/// first m.
double norm_ratio_of_nested(const Point& at, Stream& random);

/// m frequencies drawn afresh in the numerator.
double norm_ratio_of_fresh(const Point& at, Stream& random);

/// (p + 1)‖w_{p+1}‖²/(p‖w_p‖²) for 8 rows of N(0, I) in R^p and their first p + 1 coordinates.
double scaled_norm_ratio(const Point& at, Stream& random);

}  // namespace asymptest::random_features
