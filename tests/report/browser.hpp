#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// Opens a page in headless Chromium, from disk and without a network.
namespace browser {

/// The page after its scripts ran, and what they wrote to the console.
struct Visit {
  std::string page;                  ///< the document as HTML
  std::vector<std::string> console;  ///< messages of any level, a line each
};

/// The path of Chromium. Throws std::runtime_error saying what to install if there is none.
std::string program();

/// Throws std::runtime_error if Chromium ends with an error or takes longer than a minute.
Visit visit(const std::filesystem::path& file, int window_width = 1280);

}  // namespace browser
