#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// cos⟨v, x⟩ and sin⟨v, x⟩ for each row v of the frequencies in turn: n × 2m for n points and m
/// frequencies, the real and imaginary parts of e^{i⟨v, x⟩} (Rahimi, Recht 2007). The first 2k
/// columns are the features of the first k frequencies.
/// Throws std::invalid_argument unless points and frequencies have as many coordinates.
Eigen::MatrixXd fourier_features(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                 const Eigen::Ref<const Eigen::MatrixXd>& frequencies);

/// The complex features e^{i⟨v, x⟩}, of complex weights a + ib, in real numbers: 2n × 2m, for the
/// real parts Σ a cos − b sin of their sums at all points and then the imaginary ones,
/// Σ a sin + b cos, of the weights a and then b. A solution of least norm here is that of the
/// complex system. Throws likewise.
Eigen::MatrixXd complex_fourier_features(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                         const Eigen::Ref<const Eigen::MatrixXd>& frequencies);

/// The derivatives of `fourier_features` in coordinate k of the points. Throws likewise,
/// std::out_of_range for a coordinate that there is not.
Eigen::MatrixXd fourier_derivatives(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                    const Eigen::Ref<const Eigen::MatrixXd>& frequencies,
                                    Eigen::Index coordinate);

/// (1/m) Σ cos⟨v, x − z⟩ between rows x and z, the kernel of those features over √m. Throws
/// likewise.
Eigen::MatrixXd fourier_kernel(const Eigen::Ref<const Eigen::MatrixXd>& points,
                               const Eigen::Ref<const Eigen::MatrixXd>& others,
                               const Eigen::Ref<const Eigen::MatrixXd>& frequencies);

/// exp(−s‖x − z‖²) between rows x and z: its limit for v ~ N(0, 2sI). Throws std::invalid_argument
/// unless points and others have as many coordinates and s > 0.
Eigen::MatrixXd gaussian_kernel(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                const Eigen::Ref<const Eigen::MatrixXd>& others, double scale);

}  // namespace asymptest::learning
