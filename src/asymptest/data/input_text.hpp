#pragma once

#include <string>

namespace asymptest::cli {

/// The whole of a file, or of the standard input for "-".
/// Throws InputError if there is no such file, it is a directory, it can't be read, or it is no
/// text: at the first zero byte, before the rest is read.
std::string read_text(const std::string& path);

/// How messages call it: the path, or "standard input".
std::string name_of_input(const std::string& path);

}  // namespace asymptest::cli
