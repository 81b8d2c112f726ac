#include "learning/data/formats/idx.hpp"

#include <array>
#include <optional>

#include "asymptest/require/require.hpp"
#include "learning/data/formats/packed_numbers.hpp"
#include "learning/data/formats/point_shape.hpp"

namespace asymptest::learning {
namespace {

constexpr std::size_t magic_length = 4, axis_length = 4;

std::string hex_byte(unsigned char byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  return {digits[byte >> 4], digits[byte & 0xf]};
}

std::optional<NumberType> idx_type(unsigned char code) {
  using Kind = NumberType::Kind;
  switch (code) {
    case 0x08:
      return NumberType{Kind::unsigned_integer, 1, std::endian::big};
    case 0x09:
      return NumberType{Kind::signed_integer, 1, std::endian::big};
    case 0x0b:
      return NumberType{Kind::signed_integer, 2, std::endian::big};
    case 0x0c:
      return NumberType{Kind::signed_integer, 4, std::endian::big};
    case 0x0d:
      return NumberType{Kind::floating, 4, std::endian::big};
    case 0x0e:
      return NumberType{Kind::floating, 8, std::endian::big};
    default:
      return std::nullopt;
  }
}

NumberType type_of_numbers(const FileBytes& file) {
  if (file.bytes.size() < magic_length) {
    file.refuse(file.bytes.size(), "the file ends within the magic number, expected 4 bytes");
  }
  for (const std::size_t at : {0, 1}) {
    if (file.bytes[at] == 0) continue;
    file.refuse(at, "the magic number has " + hex_byte(static_cast<unsigned char>(file.bytes[at])) +
                        " here, expected 00 as in an IDX file");
  }
  const auto code = static_cast<unsigned char>(file.bytes[2]);
  const auto type = idx_type(code);
  if (!type) {
    file.refuse(2, "the type of the numbers is " + hex_byte(code) +
                       ", expected 08, 09, 0b, 0c, 0d or 0e as in an IDX file");
  }
  return *type;
}

PointShape shape_of_idx(const FileBytes& file) {
  const auto count = static_cast<std::size_t>(static_cast<unsigned char>(file.bytes[3]));
  if (file.bytes.size() < magic_length + axis_length * count) {
    file.refuse(
        file.bytes.size(),
        message("the file ends within the lengths of its axes, expected {} of 4 bytes", count));
  }
  PointShape shape;
  for (std::size_t i = 0; i < count; ++i) {
    const char* at = file.bytes.data() + magic_length + axis_length * i;
    shape.axes.push_back(unpack_integer(at, static_cast<int>(axis_length), std::endian::big));
  }
  return shape;
}

}  // namespace

bool is_idx(const FileBytes& file) {
  return file.bytes.size() >= 2 && file.bytes[0] == 0 && file.bytes[1] == 0;
}

Eigen::MatrixXd read_idx(const FileBytes& file) {
  const NumberType type = type_of_numbers(file);
  const PointShape shape = shape_of_idx(file);
  const std::size_t begin = magic_length + axis_length * shape.axes.size();
  shape.require_exact_size(file, begin, type.bytes);
  Eigen::MatrixXd points(shape.coordinates(), shape.axes.front());
  unpack(file.bytes.data() + begin, type, {points.data(), static_cast<std::size_t>(points.size())});
  return points;
}

}  // namespace asymptest::learning
