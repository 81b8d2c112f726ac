#pragma once

#include <string>

namespace asymptest {

/// A law beside another one, which trials of that one should not bear out: each kind of law says
/// with `neighbours_of` what a claim with teeth notices.
template <class Law>
struct Neighbour {
  std::string change;  ///< "exponent of N + 2 bands"
  Law law;
};

/// "+ 2 bands", "- 1 band".
std::string bands_text(int bands);

}  // namespace asymptest
