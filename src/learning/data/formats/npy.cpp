#include "learning/data/formats/npy.hpp"

#include <charconv>

#include "asymptest/require/require.hpp"
#include "learning/data/formats/packed_numbers.hpp"
#include "learning/data/formats/point_shape.hpp"

namespace asymptest::learning {
namespace {

constexpr std::string_view npy_magic = "\x93NUMPY";

/// The text of the header, a Python dictionary, and where it stands in the file.
struct NpyHeader {
  std::size_t begin = 0;
  std::string_view text;
  [[nodiscard]] std::size_t end() const { return begin + text.size(); }
};

NpyHeader header_of(const FileBytes& file) {
  const std::string_view bytes = file.bytes;
  if (!bytes.starts_with(npy_magic)) file.refuse(0, "expected 93 'NUMPY' as in an NPY file");
  const std::size_t version_at = npy_magic.size(), length_at = version_at + 2;
  if (bytes.size() < length_at + 4) {
    file.refuse(bytes.size(), "the file ends within the length of its header");
  }
  const int version = static_cast<unsigned char>(bytes[version_at]);
  if (version < 1 || version > 3) {
    file.refuse(version_at, message("the NPY version is {}, expected 1, 2 or 3", version));
  }
  const int length_bytes = version == 1 ? 2 : 4;
  const std::size_t begin = length_at + static_cast<std::size_t>(length_bytes);
  const std::size_t length =
      unpack_integer(bytes.data() + length_at, length_bytes, std::endian::little);
  if (bytes.size() - begin < length) {
    file.refuse(bytes.size(),
                message("the file ends within its header, expected {} of header from byte {}",
                        bytes_text(length), begin));
  }
  const std::string_view text = bytes.substr(begin, length);
  if (const auto zero = text.find('\0'); zero != std::string_view::npos) {
    file.refuse(begin + zero, "there is a zero byte within the header, expected text");
  }
  return {begin, text};
}

/// Where in the header the value of a key begins.
std::size_t value_of(const std::string& key, const NpyHeader& header, const FileBytes& file) {
  for (const char quote : {'\'', '"'}) {
    const std::string quoted = quote + key + quote;
    const std::size_t at = header.text.find(quoted);
    if (at == std::string_view::npos) continue;
    const std::size_t value = header.text.find_first_not_of(" :", at + quoted.size());
    if (value != std::string_view::npos) return value;
  }
  file.refuse(header.begin, "the header has no '" + key + "', expected one");
}

NumberType npy_type(const NpyHeader& header, const FileBytes& file) {
  const std::size_t at = value_of("descr", header, file);
  const std::string_view value = header.text.substr(at);
  const std::string_view text = value.substr(0, value.find_first_of(",}"));
  NumberType type;
  const auto known = [&] {
    if (text.size() != 5 || text.front() != text.back()) return false;
    const std::size_t order = std::string_view("<>|=").find(text[1]);
    const std::size_t kind = std::string_view("uif").find(text[2]);
    if (order == std::string_view::npos || kind == std::string_view::npos) return false;
    type.order = order == 1 ? std::endian::big : std::endian::little;
    type.kind = static_cast<NumberType::Kind>(kind);
    type.bytes = text[3] - '0';
    const bool fits = type.bytes == 4 || type.bytes == 8;
    return fits || (kind != 2 && (type.bytes == 1 || type.bytes == 2));
  };
  if (!known()) {
    file.refuse(header.begin + at, "the type of the numbers is " + std::string(text) +
                                       ", expected f4, f8, u1, u2, u4, u8, i1, i2, i4 or i8");
  }
  return type;
}

bool is_fortran_order(const NpyHeader& header, const FileBytes& file) {
  const std::size_t at = value_of("fortran_order", header, file);
  const std::string_view value = header.text.substr(at);
  if (value.starts_with("True")) return true;
  if (value.starts_with("False")) return false;
  file.refuse(header.begin + at, "'fortran_order' is neither, expected True or False");
}

PointShape npy_shape(const NpyHeader& header, const FileBytes& file) {
  const std::size_t at = value_of("shape", header, file);
  const auto refuse = [&] {
    file.refuse(header.begin + at, "the shape can't be read, expected one like (100, 3)");
  };
  std::string_view rest = header.text.substr(at);
  if (!rest.starts_with('(')) refuse();
  rest.remove_prefix(1);
  PointShape shape;
  for (;;) {
    rest.remove_prefix(std::min(rest.find_first_not_of(", "), rest.size()));
    if (rest.starts_with(')')) return shape;
    std::size_t length = 0;
    const auto [end, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), length);
    if (problem != std::errc{}) refuse();
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    shape.axes.push_back(length);
  }
}

}  // namespace

bool is_npy(const FileBytes& file) { return file.bytes.starts_with(npy_magic); }

Eigen::MatrixXd read_npy(const FileBytes& file) {
  const NpyHeader header = header_of(file);
  const NumberType type = npy_type(header, file);
  const bool fortran = is_fortran_order(header, file);
  const PointShape shape = npy_shape(header, file);
  shape.require_exact_size(file, header.end(), type.bytes);
  Eigen::MatrixXd points(shape.coordinates(), shape.axes.front());
  if (fortran) points.resize(points.cols(), points.rows());
  unpack(file.bytes.data() + header.end(), type,
         {points.data(), static_cast<std::size_t>(points.size())});
  if (fortran) points.transposeInPlace();
  return points;
}

}  // namespace asymptest::learning
