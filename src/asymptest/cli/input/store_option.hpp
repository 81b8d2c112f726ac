#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "asymptest/cli/options/command.hpp"
#include "asymptest/engine/store/store.hpp"

namespace asymptest::cli {

/// `--store FILE`: where the trials are kept.
class StoreOption {
 public:
  void add_to(Command command);

  /// The file, whether it is there or not.
  [[nodiscard]] std::filesystem::path file() const;

  /// The store for measuring into. The default's folder is made if it is missing; that of a named
  /// store is not, since it may be a typing error. Throws StoreError.
  [[nodiscard]] Store open() const;
  /// The same with another default.
  [[nodiscard]] Store open(const std::filesystem::path& otherwise) const;
  /// The store for reading. Nothing if nobody named one and the default isn't there yet. Throws
  /// StoreError.
  [[nodiscard]] std::optional<Store> open_existing() const;

 private:
  std::string file_;
};

}  // namespace asymptest::cli
