#include "asymptest/claim/data_folder.hpp"

#include <fmt/format.h>

#include <fstream>
#include <initializer_list>
#include <mutex>
#include <string_view>

#include "asymptest/random/stream.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

namespace fs = std::filesystem;

fs::path& named_folder() {
  static fs::path folder = fs::path("data") / "fashion-mnist";
  return folder;
}

/// Empty if there is none.
fs::path first_beginning_with(const fs::path& folder,
                              std::initializer_list<std::string_view> beginnings) {
  fs::path first;
  std::error_code missing;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, missing)) {
    const std::string name = entry.path().filename().string();
    for (const std::string_view beginning : beginnings) {
      const bool comes_first = first.empty() || entry.path() < first;
      if (name.starts_with(beginning) && entry.is_regular_file() && comes_first) {
        first = entry.path();
      }
    }
  }
  return first;
}

std::optional<DataFiles> files_in(const fs::path& folder) {
  DataFiles files{first_beginning_with(folder, {"points", "train-images"}),
                  first_beginning_with(folder, {"labels", "train-labels"})};
  if (files.points.empty() || files.labels.empty()) return std::nullopt;
  return files;
}

std::string hash_of_contents(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(fs::file_size(file), '\0');  // read at once: the images are 26 MB
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return fmt::format("{:016x}", stream_hash(bytes));
}

}  // namespace

fs::path data_folder() { return named_folder(); }

void use_data_folder(const fs::path& folder) {
  require(files_in(folder).has_value(),
          "the data folder is '{}', expected one with a file points* or train-images* and a file "
          "labels* or train-labels*",
          folder.string());
  named_folder() = folder;
}

std::optional<DataFiles> data_files() { return files_in(data_folder()); }

std::string data_fingerprint() {
  static std::mutex one_at_a_time;
  static fs::path of_folder;
  static std::string fingerprint;
  const std::lock_guard lock(one_at_a_time);
  if (!fingerprint.empty() && of_folder == data_folder()) return fingerprint;
  const std::optional<DataFiles> files = data_files();
  if (!files) return "";
  of_folder = data_folder();
  fingerprint = hash_of_contents(files->points) + hash_of_contents(files->labels);
  return fingerprint;
}

}  // namespace asymptest
