#pragma once

#include <span>

/// The enclosures as plain functions of plain numbers. What is behind them is compiled anew at each
/// level; whoever calls them sees none of its code, so that the linker cannot take the caller's
/// copy of an inline function for the one under test.
namespace asymptest::rigor::compilers {

/// Two numbers that enclose a third.
struct Bounds {
  double lower, upper;
};

/// A function of one number, and the enclosure of its value there; `tanh_of_matrix` by a matrix of
/// equal entries, of which a compiler does several at a time.
enum class Function { exp, expm1, tanh, tanh_of_matrix, softplus, log, erf };
Bounds enclosed(Function function, double x);

/// Chains of operations over all pairs of numbers, in one expression each: what a compiler would
/// like to contract, reassociate or hoist out of the loop. `b` and `into` are as long as `a`.
/// (a + b) − a.
void enclose_sums(std::span<const double> a, std::span<const double> b, std::span<Bounds> into);
/// a b + a.
void enclose_products(std::span<const double> a, std::span<const double> b, std::span<Bounds> into);
/// a / b, for b ≠ 0.
void enclose_ratios(std::span<const double> a, std::span<const double> b, std::span<Bounds> into);

/// The product of two matrices, all three column by column: `a` rows × inner, `b` inner × columns.
struct ProductSizes {
  std::size_t rows, inner, columns;
};
void enclose_matrix_product(const ProductSizes& sizes, std::span<const double> a,
                            std::span<const double> b, std::span<Bounds> into);

}  // namespace asymptest::rigor::compilers
