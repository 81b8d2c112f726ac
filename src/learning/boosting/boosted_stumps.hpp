#pragma once

#include <Eigen/Core>
#include <vector>

namespace asymptest::learning {

/// The classifier that says `above` where a coordinate exceeds a threshold, and −above elsewhere.
struct Stump {
  Eigen::Index coordinate = 0;
  double threshold = 0;
  double above = 1;  ///< ±1

  [[nodiscard]] double operator()(const Eigen::Ref<const Eigen::VectorXd>& x) const;
};

/// AdaBoost's vote sign Σ α_t h_t over stumps h_t (Freund, Schapire 1997): round t takes the stump
/// of least error ε_t under the weights D_t, with α_t = ½ log((1 − ε_t)/ε_t), and D_{t+1}(i) ∝
/// D_t(i) exp(−α_t y_i h_t(x_i)).
class BoostedStumps {
 public:
  /// `points` are d × n, a point a column, `labels` ±1. O(d n log n) once and O(d n) a round. Ends
  /// early once a stump makes no error, or none is better than chance.
  /// Throws std::invalid_argument unless there is a label of ±1 a point and a round.
  BoostedStumps(const Eigen::Ref<const Eigen::MatrixXd>& points,
                const Eigen::Ref<const Eigen::VectorXd>& labels, int rounds);

  [[nodiscard]] const std::vector<Stump>& stumps() const { return stumps_; }
  [[nodiscard]] const std::vector<double>& votes() const { return votes_; }    ///< α_t
  [[nodiscard]] const std::vector<double>& errors() const { return errors_; }  ///< ε_t

  /// Σ α_t h_t(x)/Σ α_t over the first `rounds` for each column x: in [−1, 1], and the margin once
  /// multiplied by the label.
  [[nodiscard]] Eigen::VectorXd vote(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                     std::size_t rounds) const;

 private:
  std::vector<Stump> stumps_;
  std::vector<double> votes_, errors_;
};

/// Π 2√(ε_t^(1−θ)(1 − ε_t)^(1+θ)) over the first `rounds`, which bounds the share of samples of
/// margin at most θ (Schapire, Freund, Bartlett, Lee 1998, "Boosting the margin", theorem 5).
double margin_bound(const std::vector<double>& errors, std::size_t rounds, double theta);

}  // namespace asymptest::learning
