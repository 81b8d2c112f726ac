#pragma once

#include <span>
#include <vector>

#include "asymptest/inference/correction/finite_size.hpp"
#include "asymptest/inference/correction/nonnegative_least_squares.hpp"
#include "asymptest/inference/correction/observation.hpp"
#include "asymptest/inference/sample/location.hpp"

namespace asymptest {

/// How far a law is from the data: by the sum of the squares of its deviations in errors, or by the
/// largest square, which is at most 1 where it passes through all intervals observed ± error.
enum class Misfit { sum_of_squares, largest_square };

/// A law fitted at a given exponent.
struct LawFit {
  double exponent = 0;
  double misfit = 0;       ///< Σ or max of ((fitted/observed − 1)/error)²
  std::size_t family = 0;  ///< index of the family that fits best
  double theta = 0;        ///< its nonlinear parameter
};

/// For each finite-size family, the least misfit as a function of the exponent.
///
/// Given (a, θ) the law is linear in its amplitudes, which lie in a cone, so that the profile over
/// them is exact, with amplitudes of its own for each phase class of a log-periodic law; the search
/// over θ starts from a grid and is refined around its best node.
class ProfileLikelihood {
 public:
  /// Needs two distinct sizes of one phase at least. `resolution` is the relative error down to
  /// which the fitted law has to be right: the least of the data's errors, or rounding where those
  /// aren't known.
  ProfileLikelihood(std::vector<Observation> observations, std::vector<FiniteSize> families,
                    double resolution, Misfit misfit = Misfit::sum_of_squares);

  /// The fit of a family at an exponent.
  [[nodiscard]] LawFit at(double exponent, std::size_t family) const;
  /// The fit of a family of least misfit over all exponents.
  [[nodiscard]] LawFit best(std::size_t family) const;
  /// The exponent farthest from the family's best one, downwards (direction −1) or upwards (+1),
  /// whose misfit is at most `limit`; infinite if there is no end.
  [[nodiscard]] double edge(const LawFit& best, double direction, double limit) const;
  /// Logarithm of the fitted law at each observation.
  [[nodiscard]] std::vector<double> log_fitted(const LawFit& fit) const;
  /// The same at any size, of a law of one phase.
  [[nodiscard]] double log_fitted_at(const LawFit& fit, double log_size) const;
  [[nodiscard]] const std::vector<FiniteSize>& families() const { return families_; }
  /// In the order of their phases.
  [[nodiscard]] const std::vector<Observation>& observations() const { return observations_; }

 private:
  struct Grid {
    std::vector<double> thetas;
    std::vector<std::vector<double>> rays;  ///< empty where the rays depend on the exponent
    Bounds reach;
  };
  struct Workspace;

  [[nodiscard]] Grid grid_of(const FiniteSize& family) const;
  // Least and largest exponent, relative to the data's plain slope, of the family's laws that have
  // this slope.
  [[nodiscard]] Bounds reach_of(std::size_t family) const;
  [[nodiscard]] double plain_slope_of(std::span<const double> ray) const;
  void start(double exponent, Workspace& work) const;
  // Sets the units of error in which the data are fitted.
  void aim(double discrepancy, Workspace& work) const;
  // The misfit of the best amplitudes, which are left in the workspace.
  [[nodiscard]] double fit(const FiniteSize& family, std::span<const double> rays,
                           Workspace& work) const;
  [[nodiscard]] double fit_at(const FiniteSize& family, double theta, Workspace& work) const;
  // The misfit at each node of θ.
  [[nodiscard]] std::vector<double> grid_misfits(std::size_t family, Workspace& work) const;
  // The misfit at an exponent as exactly as the search for the least one needs it.
  [[nodiscard]] double searched(double exponent, std::size_t family) const;
  [[nodiscard]] LawFit descended(double lower, double upper, std::size_t family) const;
  [[nodiscard]] LawFit refined(std::size_t family, std::size_t node, double node_misfit,
                               Workspace& work) const;

  std::vector<Observation> observations_;  ///< one phase after the other
  std::vector<std::size_t> order_;         ///< where each of them was given
  std::vector<std::size_t> phase_ends_;
  std::vector<FiniteSize> families_;
  std::vector<Grid> grids_;
  std::vector<double> log_sizes_;
  double smallest_ = 0, largest_ = 0, mean_value_ = 0;
  double plain_slope_ = 0, plain_error_ = 0, resolution_ = 0;
  Misfit misfit_ = Misfit::sum_of_squares;
};

}  // namespace asymptest
