#include "rigor/certificates/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace asymptest::rigor {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("libcrypto computed no SHA-256 digest");
  }
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  std::string digits;
  for (unsigned int i = 0; i < size; ++i) {
    digits += hexadecimal[digest[i] >> 4U];
    digits += hexadecimal[digest[i] & 0xfU];
  }
  return digits;
}

}  // namespace asymptest::rigor
