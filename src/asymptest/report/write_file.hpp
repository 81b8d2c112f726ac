#pragma once

#include <filesystem>
#include <string_view>

namespace asymptest::report {

/// Writes the whole file or leaves what was there: to a temporary file beside it, then renamed.
/// Makes the folder if it is missing. Throws std::runtime_error naming the file and the reason.
void write_file(const std::filesystem::path& file, std::string_view contents);

}  // namespace asymptest::report
