#include "asymptest/fingerprint/source_closure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest {
namespace {

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

/// Where the literal that starts at `at` ends: at its closing quote, or behind the closing of a raw
/// string.
std::size_t end_of_literal(std::string_view text, std::size_t at) {
  if (text[at] == '"' && at > 0 && text[at - 1] == 'R') {
    const std::size_t open = text.find('(', at);
    if (open == std::string_view::npos) return text.size();
    const std::string close = ')' + std::string(text.substr(at + 1, open - at - 1)) + '"';
    const std::size_t end = text.find(close, open);
    return end == std::string_view::npos ? text.size() : end + close.size();
  }
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == text[at]) {
      return i + 1;
    }
  }
  return text.size();
}

/// Behind the comment that starts at `at`, or `at` itself if none does.
std::size_t end_of_comment(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "//") return std::min(text.find('\n', at), text.size());
  if (text.substr(at, 2) != "/*") return at;
  const std::size_t end = text.find("*/", at + 2);
  return end == std::string_view::npos ? text.size() : end + 2;
}

/// A digit separator is no character literal.
bool opens_literal(std::string_view text, std::size_t at) {
  if (text[at] == '"') return true;
  return text[at] == '\'' &&
         (at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0);
}

/// `text` behind the spaces and `word` that it begins with; empty if it does not.
std::string_view behind(std::string_view word, std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.starts_with(word) ? text.substr(word.size()) : std::string_view();
}

/// What the directives of a source include by names in quotes. (std::regex takes the compiler six
/// seconds.)
std::vector<std::string> quoted_headers(std::string_view source) {
  std::vector<std::string> headers;
  while (!source.empty()) {
    const std::string_view line = source.substr(0, source.find('\n'));
    source.remove_prefix(std::min(line.size() + 1, source.size()));
    const std::string_view name = behind("\"", behind("include", behind("#", line)));
    if (const auto end = name.find('"'); end != std::string_view::npos) {
      headers.emplace_back(name.substr(0, end));
    }
  }
  return headers;
}

/// Rooms of the framework that measure too: with them a trial draws and solves.
constexpr std::string_view measuring_rooms[] = {"src/asymptest/random/",
                                                "src/asymptest/linear_algebra/"};

bool counts(const std::string& file) {
  return !file.starts_with("src/asymptest/") ||
         std::any_of(std::begin(measuring_rooms), std::end(measuring_rooms),
                     [&](std::string_view room) { return file.starts_with(room); });
}

}  // namespace

std::string code_of(std::string_view source) {
  std::string code;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t behind = end_of_comment(source, at);
    if (behind > at || is_space(source[at])) {
      if (!code.empty() && code.back() != ' ') code += ' ';
      at = std::max(behind, at + 1);
    } else if (opens_literal(source, at)) {
      const std::size_t end = end_of_literal(source, at);
      code += source.substr(at, end - at);
      at = end;
    } else {
      code += source[at++];
    }
  }
  if (code.ends_with(' ')) code.pop_back();
  return code;
}

SourceClosure::SourceClosure(std::filesystem::path root, std::string processor)
    : root_(std::move(root)), processor_(std::move(processor)) {}

std::string SourceClosure::find(const std::string& header, const std::string& including) const {
  const auto beside = std::filesystem::path(including).parent_path() / header;
  for (const auto& candidate :
       {std::filesystem::path("src") / header, std::filesystem::path(header), beside}) {
    if (std::filesystem::is_regular_file(root_ / candidate)) return candidate.generic_string();
  }
  return "";
}

const SourceClosure::Source& SourceClosure::read(const std::string& file) {
  if (const auto known = sources_.find(file); known != sources_.end()) return known->second;
  std::ifstream stream(root_ / file, std::ios::binary);
  if (!stream) throw std::runtime_error("can't read " + (root_ / file).string());
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  Source source{.code = code_of(text), .includes = {}};
  for (const std::string& name : quoted_headers(text)) {
    const std::string header = find(name, file);
    if (!header.empty() && counts(header)) source.includes.insert(header);
  }
  return sources_.emplace(file, std::move(source)).first->second;
}

std::set<std::string> SourceClosure::of(const std::string& file) {
  std::set<std::string> all;
  std::vector<std::string> open{file};
  while (!open.empty()) {
    const std::string next = open.back();
    open.pop_back();
    if (!all.insert(next).second) continue;
    for (const std::string& header : read(next).includes) open.push_back(header);
    const std::string beside =
        std::filesystem::path(next).replace_extension(".cpp").generic_string();
    if (std::filesystem::is_regular_file(root_ / beside)) open.push_back(beside);
  }
  return all;
}

std::string SourceClosure::fingerprint(const std::string& file) {
  std::string text;
  for (const std::string& part : of(file)) text += part + '\0' + read(part).code + '\0';
  text += processor_;
  return fmt::format("{:016x}", stream_hash(text));
}

}  // namespace asymptest
