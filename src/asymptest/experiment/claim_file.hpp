#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/experiment/fields.hpp"

namespace asymptest {

/// The claims of a claim file (docs/your-experiment.md): the one that its outermost table declares
/// or, if it has `[[claims]]`, each of those. `file` is how messages and commands name it.
/// Throws ClaimFileError.
std::vector<Claim> read_claim_file(const std::string& file);

/// The same of a text. What its programs' paths start from is the folder of `file`.
std::vector<Claim> claims_in(std::string_view text, const std::string& file);

/// Whether a word of the command line names a claim file or a folder with claim files: whether it
/// ends in .toml, or is such a folder.
bool names_claim_files(const std::string& word);

/// The claim files that such a word names: itself, or all .toml files in the folder and its folders
/// that declare claims, hidden ones aside, in the order of their names.
std::vector<std::string> claim_files_of(const std::string& word);

}  // namespace asymptest
