#include "asymptest/report/text/escape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace asymptest::report {
namespace {

/// With a hash and an ending behind it, within what any file system takes.
constexpr std::size_t longest_stem = 160;

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

std::uint8_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<std::uint8_t>(text[i]);
}

bool is_continuation(std::uint8_t byte) { return (byte & 0xC0U) == 0x80U; }

/// The length that a lead byte announces; 0 for a byte that can't lead.
std::size_t announced_length(std::uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

/// Whether the byte after the lead makes the sequence overlong, a surrogate or beyond U+10FFFF.
bool forbidden_second(std::uint8_t lead, std::uint8_t second) {
  return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
         (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
}

/// The length of the UTF-8 character that starts at `i`; 0 if none does.
std::size_t character_length(std::string_view text, std::size_t i) {
  const std::size_t length = announced_length(byte_at(text, i));
  if (length == 0 || i + length > text.size()) return 0;
  for (std::size_t k = 1; k < length; ++k) {
    if (!is_continuation(byte_at(text, i + k))) return 0;
  }
  if (length > 1 && forbidden_second(byte_at(text, i), byte_at(text, i + 1))) return 0;
  return length;
}

bool is_forbidden_control(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}

}  // namespace

std::string markup(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(text, i);
    if (length == 0 || is_forbidden_control(text[i])) {
      out += replacement_character;
    } else if (const std::string_view escaped = entity(text[i]); !escaped.empty()) {
      out += escaped;
    } else {
      out += text.substr(i, length);
    }
    i += std::max<std::size_t>(length, 1);
  }
  return out;
}

std::string markdown(std::string_view text) {
  constexpr std::string_view special = "\\`*_[]<>|#~$&!";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    if (is_forbidden_control(c)) continue;
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string csv(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string latex(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> special[] = {{"\\", "\\textbackslash{}"},
                                                                       {"~", "\\textasciitilde{}"},
                                                                       {"^", "\\textasciicircum{}"},
                                                                       {"&", "\\&"},
                                                                       {"%", "\\%"},
                                                                       {"$", "\\$"},
                                                                       {"#", "\\#"},
                                                                       {"_", "\\_"},
                                                                       {"{", "\\{"},
                                                                       {"}", "\\}"},
                                                                       {"\n", " "},
                                                                       {"−", "$-$"},
                                                                       {"≤", "$\\le$"},
                                                                       {"≥", "$\\ge$"},
                                                                       {"∞", "$\\infty$"},
                                                                       {"\u2009", "\\,"}};
  std::string out;
  while (!text.empty()) {
    std::string_view taken = text.substr(0, 1), put = taken;
    for (const auto& [from, to] : special) {
      if (!text.starts_with(from)) continue;
      taken = from;
      put = to;
    }
    if (!is_forbidden_control(taken.front())) out += put;
    text.remove_prefix(taken.size());
  }
  return out;
}

std::string in_url(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~,").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string anchor(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (!is_plain(c) && c != '/' && c != ':') c = '-';
  }
  return out;
}

std::string file_stem(std::string_view name) {
  std::string out = anchor(name);
  for (char& c : out) {
    if (c == '/' || c == ':') c = '.';
  }
  if (out.size() <= longest_stem) return out;
  // FNV-1a, so that names of one beginning stay apart.
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : name) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3;
  return fmt::format("{}-{:016x}", out.substr(0, longest_stem), hash);
}

}  // namespace asymptest::report
