#pragma once

#include <filesystem>

#include "rigor/networks/convergence_ball.hpp"
#include "rigor/networks/interpolating_solution.hpp"

namespace asymptest::rigor {

/// Writes two files: the certificate, JSON with every number as a hexadecimal float, and beside it,
/// with `.f64` appended to its name, the network's data as little-endian doubles: inputs, labels,
/// hidden weights (all row by row), output weights. The certificate names the data's SHA-256, and
/// carries the digest of its own other entries.
///
/// `check_certificate` (certificate_checker.hpp) re-establishes it. Throws std::runtime_error if a
/// file can't be written.
void write_certificate(const std::filesystem::path& path, const ShallowProblem& problem,
                       const ConvergenceBall& ball);
void write_certificate(const std::filesystem::path& path, const ShallowProblem& problem,
                       const InterpolatingSolution& solution);

}  // namespace asymptest::rigor
