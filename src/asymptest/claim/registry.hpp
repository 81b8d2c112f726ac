#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/claim.hpp"

namespace asymptest {

/// All claims of a program, in the order of their ids.
class Registry {
 public:
  /// Checks (see `validate`) and keeps the claim. Throws std::invalid_argument if it is not valid
  /// or its id is taken.
  void add(Claim claim);

  [[nodiscard]] std::vector<const Claim*> claims() const;
  /// Every claim and control, claims in the order of their ids.
  [[nodiscard]] std::vector<Subject> subjects() const;
  /// Null if there is none of that id.
  [[nodiscard]] const Claim* find(std::string_view id) const;

 private:
  std::deque<Claim> claims_;
};

/// The registry that `Registered` adds to.
Registry& registry();

/// Registers a claim before main: `const Registered mean_torus{{.id = "covering/mean-torus", …}};`
/// A claim that is refused is kept as a message in `registration_errors`, since nothing can catch
/// an exception there.
struct Registered {
  /// `file` and `line` are those of the definition, for a claim whose id isn't written there.
  // NOLINTNEXTLINE(google-explicit-constructor): reads as a definition
  Registered(Claim claim, std::string_view file = __builtin_FILE(),
             int line = __builtin_LINE()) noexcept;
};

/// "verify/covering/torus.cpp:20": the file as it stands in the source tree, and the line.
std::string place_in_tree(std::string_view file, int line);

const std::vector<std::string>& registration_errors();

/// Adds a message: what could not be registered, and why.
void keep_registration_error(std::string message);

}  // namespace asymptest
