#pragma once

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace asymptest::learning {

/// A data file that can't be used: the message names the file, the byte and what was expected
/// there.
class DataError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The contents of a file, decompressed if it was a gzip file.
struct FileBytes {
  std::string name;  ///< of the file, for messages
  bool compressed = false;
  std::string bytes;

  /// Throws the DataError "NAME, byte OFFSET: PROBLEM". The offset counts decompressed bytes.
  [[noreturn]] void refuse(std::size_t offset, std::string_view problem) const;
};

/// Reads a whole file. One that begins as gzip does (RFC 1952: 1f 8b) is decompressed, all its
/// members joined.
///
/// Throws DataError if the file can't be read, is empty, is a gzip file cut short or damaged (its
/// checksum or length doesn't fit), or goes on after its last gzip member.
FileBytes read_file_bytes(const std::filesystem::path& file);

/// A count of bytes as a message gives it: "1 byte", "16 bytes".
std::string bytes_text(std::size_t count);

}  // namespace asymptest::learning
