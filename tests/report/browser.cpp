#include "tests/report/browser.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace browser {
namespace {

namespace fs = std::filesystem;

/// A page takes two seconds; a loaded machine may take ten times that, and more is a hang.
constexpr int time_limit_seconds = 60;

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// For the shell, whatever characters the path has.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::vector<std::string> console_lines(const std::string& log) {
  std::vector<std::string> lines;
  std::istringstream in(log);
  for (std::string line; std::getline(in, line);) {
    if (line.find("CONSOLE") != std::string::npos) lines.push_back(line);
  }
  return lines;
}

/// A folder that no other process uses, removed at the end.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "browser-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("can't make " + name);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

}  // namespace

std::string program() {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path != nullptr ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');) {
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
      const fs::path candidate = fs::path(folder) / name;
      if (::access(candidate.c_str(), X_OK) == 0) return candidate.string();
    }
  }
  throw std::runtime_error("Chromium was not found on the PATH; install the package chromium");
}

Visit visit(const fs::path& file, int window_width) {
  const Folder folder;
  const fs::path page = folder / "page.html";
  const fs::path log = folder / "log.txt";
  // The proxy that refuses every connection stands for a machine without a network.
  const std::string command = fmt::format(
      "timeout {} {} --headless --no-sandbox --disable-gpu --disable-dev-shm-usage "
      "--disable-background-networking --disable-component-update --no-first-run "
      "--proxy-server=127.0.0.1:9 --user-data-dir={} --enable-logging=stderr --window-size={},1000 "
      "--dump-dom {} >{} 2>{}",
      time_limit_seconds, quoted(program()), quoted((folder / "profile").string()), window_width,
      quoted("file://" + fs::absolute(file).string()), quoted(page.string()), quoted(log.string()));
  const int status = std::system(command.c_str());
  if (status != 0) {
    throw std::runtime_error(
        fmt::format("Chromium ended with status {}: {}", status, contents(log).substr(0, 2000)));
  }
  return {contents(page), console_lines(contents(log))};
}

}  // namespace browser
