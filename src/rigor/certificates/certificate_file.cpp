#include "rigor/certificates/certificate_file.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "asymptest/require/require.hpp"
#include "rigor/certificates/sha256.hpp"

namespace asymptest::rigor {
namespace {

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    throw std::runtime_error(message("{}: no such file, or not readable", path.string()));
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

double from_hexadecimal(const std::string& name, const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  const bool hexadecimal = text.find("0x") != std::string::npos;
  if (text.empty() || *end != '\0' || !hexadecimal || !std::isfinite(value)) {
    throw std::runtime_error(message("'{}' is '{}', expected a hexadecimal float", name, text));
  }
  return value;
}

std::vector<double> doubles_of(const std::string& bytes) {
  std::vector<double> values(bytes.size() / 8);
  for (std::size_t k = 0; k < values.size(); ++k) {
    std::uint64_t bits = 0;
    for (std::size_t byte = 8; byte-- > 0;) {
      bits = bits << 8U | static_cast<unsigned char>(bytes[8 * k + byte]);
    }
    values[k] = std::bit_cast<double>(bits);
    if (!std::isfinite(values[k])) {
      throw std::runtime_error(message("number {} of the data is not finite", k));
    }
  }
  return values;
}

/// A size that a file in memory can have, so that no product of two overflows.
std::size_t size_from(const nlohmann::json& network, const char* name) {
  constexpr std::int64_t most = std::int64_t{1} << 31;
  const auto size = network.at(name).get<std::int64_t>();
  if (size < 1 || size > most) {
    throw std::runtime_error(message("{} is {}, expected 1 to 2^31", name, size));
  }
  return static_cast<std::size_t>(size);
}

void read_data(CertificateFile& file, const nlohmann::json& data,
               const std::filesystem::path& folder) {
  const std::string name = data.at("file").get<std::string>();
  if (name.empty() || std::filesystem::path(name).filename() != name) {
    throw std::runtime_error(
        message("the data file is '{}', expected one beside the certificate", name));
  }
  const std::string bytes = read_bytes(folder / name);
  const std::size_t expected =
      file.samples * (file.dimension + 1) + file.width * (file.dimension + 1);
  if (bytes.size() != 8 * expected) {
    throw std::runtime_error(
        message("{} has {} bytes, expected {}", name, bytes.size(), 8 * expected));
  }
  file.data_digest_agrees = sha256(bytes) == data.at("sha256").get<std::string>();
  file.data = doubles_of(bytes);
}

CertificateFile parse(const std::filesystem::path& path) {
  nlohmann::json json = nlohmann::json::parse(read_bytes(path));
  if (json.at("format") != "asymptest certificate" || json.at("version") != 1) {
    throw std::runtime_error("not an asymptest certificate of version 1");
  }
  CertificateFile file;
  const auto digest = json.at("sha256").get<std::string>();
  json.erase("sha256");
  file.digest_agrees = sha256(json.dump()) == digest;
  file.kind = json.at("kind").get<std::string>();
  const nlohmann::json& network = json.at("network");
  file.activation = network.at("activation").get<std::string>();
  file.samples = size_from(network, "samples");
  file.dimension = size_from(network, "dimension");
  file.width = size_from(network, "width");
  for (const auto& [name, value] : json.at("proved").items()) {
    file.proved[name] = from_hexadecimal(name, value.get<std::string>());
  }
  read_data(file, json.at("data"), path.parent_path());
  return file;
}

}  // namespace

double CertificateFile::number(const std::string& name) const {
  const auto at = proved.find(name);
  if (at == proved.end()) throw std::runtime_error(message("there is no number '{}'", name));
  return at->second;
}

CertificateFile read_certificate(const std::filesystem::path& path) {
  try {
    return parse(path);
  } catch (const nlohmann::json::exception& problem) {
    throw std::runtime_error(message("certificate {}: {}", path.string(), problem.what()));
  } catch (const std::runtime_error& problem) {
    throw std::runtime_error(message("certificate {}: {}", path.string(), problem.what()));
  }
}

}  // namespace asymptest::rigor
