#include "asymptest/claim/code_fingerprint.hpp"

#include <map>

namespace asymptest {
namespace {

std::map<std::string_view, std::string_view>& fingerprints() {
  static std::map<std::string_view, std::string_view> by_file;
  return by_file;
}

}  // namespace

RegisteredFingerprints::RegisteredFingerprints(std::span<const FileFingerprint> all) noexcept {
  for (const FileFingerprint& one : all) fingerprints()[one.file] = one.hash;
}

std::string_view code_fingerprint(std::string_view declared_at) {
  const auto at = fingerprints().find(declared_at.substr(0, declared_at.rfind(':')));
  return at == fingerprints().end() ? std::string_view{} : at->second;
}

}  // namespace asymptest
