#include "learning/data/formats/file_bytes.hpp"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "asymptest/require/require.hpp"
#include "learning/data/formats/packed_numbers.hpp"

namespace asymptest::learning {
namespace {

std::string read_raw(const std::filesystem::path& file) {
  const auto refuse = [&](const std::string& reason) {
    throw DataError(file.string() + ": can't be read: " + reason);
  };
  if (std::filesystem::is_directory(file)) refuse("it is a folder, expected a file");
  errno = 0;
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) refuse(std::generic_category().message(errno));
  std::string bytes(static_cast<std::size_t>(std::max<std::streamoff>(in.tellg(), 0)), '\0');
  in.seekg(0).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in) refuse(std::generic_category().message(errno));
  return bytes;
}

bool begins_as_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

/// Bytes that are decompressed at a time.
constexpr std::size_t inflated_part = std::size_t{1} << 20;

/// A zlib stream that reads gzip members and frees itself.
class Inflater {
 public:
  explicit Inflater(std::string_view input) : input_(input) {
    constexpr int gzip_only = 16;
    if (inflateInit2(&stream_, gzip_only + MAX_WBITS) != Z_OK) {
      throw std::runtime_error("zlib has no memory to decompress with");
    }
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  /// Appends the next member to `output`; tells zlib's verdict.
  int read_member(std::string& output) {
    inflateReset(&stream_);
    int state = Z_OK;
    while (state == Z_OK) state = step(output);
    return state;
  }

  /// Bytes of the input that were used.
  [[nodiscard]] std::size_t used() const { return used_; }

 private:
  int step(std::string& output) {
    constexpr std::size_t most_input = std::size_t{1} << 30;
    const std::size_t before = output.size();
    output.resize(before + inflated_part);
    const std::size_t offered = std::min(input_.size() - used_, most_input);
    // zlib's interface predates const; it does not write to its input.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input_.data() + used_));
    stream_.avail_in = static_cast<uInt>(offered);
    stream_.next_out = reinterpret_cast<Bytef*>(output.data() + before);
    stream_.avail_out = static_cast<uInt>(inflated_part);
    const int state = inflate(&stream_, Z_NO_FLUSH);
    used_ += offered - stream_.avail_in;
    output.resize(before + inflated_part - stream_.avail_out);
    return state;
  }

  z_stream stream_{};
  std::string_view input_;
  std::size_t used_ = 0;
};

std::string gunzipped(const std::string& raw, const FileBytes& file) {
  std::string output;
  // Its last four bytes tell the length modulo 2^32; deflate shrinks at most 1032-fold.
  constexpr std::size_t most_shrinking = 1032;
  const std::size_t told =
      raw.size() < 4 ? 0 : unpack_integer(&raw[raw.size() - 4], 4, std::endian::little);
  output.reserve(std::min(told, raw.size() * most_shrinking) + inflated_part);
  Inflater inflater(raw);
  do {
    const int state = inflater.read_member(output);
    if (state == Z_BUF_ERROR) {
      file.refuse(output.size(), "the gzip stream ends after " + bytes_text(raw.size()) +
                                     ", expected more: the file is cut short");
    }
    if (state != Z_STREAM_END) {
      file.refuse(output.size(), message("the gzip stream is damaged at its byte {}, expected "
                                         "deflated data with a checksum that fits",
                                         inflater.used()));
    }
  } while (begins_as_gzip(std::string_view(raw).substr(inflater.used())));
  if (inflater.used() != raw.size()) {
    file.refuse(output.size(), bytes_text(raw.size() - inflater.used()) +
                                   " follow the gzip stream, expected its end");
  }
  return output;
}

}  // namespace

void FileBytes::refuse(std::size_t offset, std::string_view problem) const {
  throw DataError(message("{}, byte {}{}{}", name, offset,
                          (compressed ? " of what it decompresses to: " : ": "),
                          std::string(problem)));
}

std::string bytes_text(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " byte" : " bytes");
}

FileBytes read_file_bytes(const std::filesystem::path& file) {
  FileBytes result{.name = file.string()};
  std::string raw = read_raw(file);
  result.compressed = begins_as_gzip(raw);
  result.bytes = result.compressed ? gunzipped(raw, result) : std::move(raw);
  if (result.bytes.empty()) result.refuse(0, "the file is empty, expected data");
  return result;
}

}  // namespace asymptest::learning
