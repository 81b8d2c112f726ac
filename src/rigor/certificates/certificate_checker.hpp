#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace asymptest::rigor {

/// One condition of a certificate, looked at.
struct CertificateStep {
  std::string condition;  ///< "radius * sqrt(mu) >= margin * residual"
  bool established = false;
};

/// What a checker found of each condition of a certificate.
struct CertificateCheck {
  std::vector<CertificateStep> steps;
  void add(std::string_view condition, bool established);
  [[nodiscard]] bool holds() const;
};

/// Re-establishes a certificate from its file and the data beside it, with nothing but scalar
/// interval arithmetic and the elementary functions: it shares neither the matrix products, nor the
/// eigenvalue bounds, nor the code of the network with the prover. Eigenvalues are bounded by an
/// interval factorisation L D Lᵀ of K − s² I, whose pivots must all be positive.
///
/// A certificate whose numbers were altered fails the digest; one whose digest was renewed fails
/// the arithmetic unless what it says is still true.
///
/// Throws std::runtime_error naming the file and the entry if it can't be read: no such file, not
/// JSON, an entry missing or of the wrong kind.
CertificateCheck check_certificate(const std::filesystem::path& path);

}  // namespace asymptest::rigor
