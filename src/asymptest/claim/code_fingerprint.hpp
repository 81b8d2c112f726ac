#pragma once

#include <span>
#include <string>
#include <string_view>

namespace asymptest {

/// A file of claims, from the root of the source tree, and a hash of all sources that its trials
/// are compiled from.
struct FileFingerprint {
  std::string_view file, hash;
};

/// Registers the fingerprints that the build has taken, before main. Their text must live as long
/// as the program.
struct RegisteredFingerprints {
  // NOLINTNEXTLINE(google-explicit-constructor): reads as a definition
  RegisteredFingerprints(std::span<const FileFingerprint> all) noexcept;
};

/// The fingerprint of the file of "verify/covering/torus.cpp:20"; empty if the build took none, as
/// for a claim from outside the tree: then its `revision` alone tells old trials from new.
std::string_view code_fingerprint(std::string_view declared_at);

}  // namespace asymptest
