#include "asymptest/cli/input/store_option.hpp"

#include <fmt/format.h>

#include <system_error>

namespace asymptest::cli {
namespace {

namespace fs = std::filesystem;

const fs::path default_store = fs::path("results") / "store.sqlite";

}  // namespace

void StoreOption::add_to(Command command) {
  command.add_option("--store", file_, "SQLite file that keeps the trials [results/store.sqlite]")
      .type_name("FILE");
}

fs::path StoreOption::file() const { return file_.empty() ? default_store : fs::path(file_); }

Store StoreOption::open() const { return open(default_store); }

Store StoreOption::open(const fs::path& otherwise) const {
  if (!file_.empty()) return Store::open(file_);
  std::error_code problem;
  fs::create_directories(otherwise.parent_path(), problem);
  if (problem) {
    throw StoreError(fmt::format("can't make the folder '{}' ({}); name another file with --store",
                                 otherwise.parent_path().string(), problem.message()));
  }
  return Store::open(otherwise);
}

std::optional<Store> StoreOption::open_existing() const {
  if (!file_.empty()) return Store::open_existing(file_);
  if (!fs::exists(default_store)) return std::nullopt;
  return Store::open_existing(default_store);
}

}  // namespace asymptest::cli
