#include "asymptest/experiment/claim_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "asymptest/experiment/claim_fields.hpp"

namespace asymptest {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".toml";

std::string text_of_file(const std::string& file) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) throw ClaimFileError(fmt::format("{}: no such file", file));
  std::ifstream stream(file, std::ios::binary);
  if (!fs::is_regular_file(file, ignored) || !stream) {
    throw ClaimFileError(fmt::format("{}: can't be read, expected a TOML file", file));
  }
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Other TOML files, as pyproject.toml, may lie in the same folder.
bool declares_claims(const std::string& file) {
  const Fields fields = Fields::of_text(text_of_file(file), file);
  return fields.has("claims") || (fields.has("id") && fields.has("measure"));
}

}  // namespace

std::vector<Claim> claims_in(std::string_view text, const std::string& file) {
  const Fields fields = Fields::of_text(text, file);
  ProgramsOfFile programs;
  std::vector<Claim> claims;
  if (!fields.has("claims")) {
    claims.push_back(read_claim(fields, programs));
    return claims;
  }
  fields.only({"claims"});
  for (const Fields& one : fields.tables("claims")) claims.push_back(read_claim(one, programs));
  return claims;
}

std::vector<Claim> read_claim_file(const std::string& file) {
  return claims_in(text_of_file(file), file);
}

std::vector<std::string> claim_files_of(const std::string& word) {
  std::error_code ignored;
  if (!fs::is_directory(word, ignored)) return {word};
  std::vector<std::string> files;
  constexpr auto skip = fs::directory_options::skip_permission_denied;
  for (auto at = fs::recursive_directory_iterator(word, skip);
       at != fs::recursive_directory_iterator(); ++at) {
    if (at->path().filename().string().starts_with('.')) {
      at.disable_recursion_pending();
    } else if (at->path().extension() == extension && at->is_regular_file()) {
      files.push_back(at->path().lexically_normal().string());
    }
  }
  std::erase_if(files, [](const std::string& file) { return !declares_claims(file); });
  std::sort(files.begin(), files.end());
  return files;
}

bool names_claim_files(const std::string& word) {
  std::error_code ignored;
  if (word.ends_with(extension)) return true;
  return fs::is_directory(word, ignored) && !claim_files_of(word).empty();
}

}  // namespace asymptest
