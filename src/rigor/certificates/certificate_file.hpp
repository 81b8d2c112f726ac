#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace asymptest::rigor {

/// A certificate as it stands in its file, nothing of it believed yet.
struct CertificateFile {
  std::string kind;
  std::string activation;
  std::size_t samples = 0;
  std::size_t dimension = 0;
  std::size_t width = 0;
  std::map<std::string, double> proved;
  bool digest_agrees = false;       ///< the file's digest is that of its other entries
  bool data_digest_agrees = false;  ///< the digest of the data is the one that the file names
  std::vector<double> data;

  /// Throws std::runtime_error if there is no such number.
  [[nodiscard]] double number(const std::string& name) const;
};

/// Throws std::runtime_error naming the file and the entry: no such file, not JSON, an entry
/// missing or of the wrong kind, a number that is no hexadecimal float, a data file of another
/// size.
CertificateFile read_certificate(const std::filesystem::path& path);

}  // namespace asymptest::rigor
