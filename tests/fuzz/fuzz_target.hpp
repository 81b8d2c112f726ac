#pragma once

#include <string_view>

namespace asymptest::fuzz {

/// What a target does with its input: reads it. It may be refused, but only by an exception of the
/// kind that is documented; anything else, a crash or a sanitizer's finding is a fault.
void read(std::string_view bytes);

/// Calls `action`, which may throw a `Refusal`.
template <class Refusal, class Action>
void expect_refusal(const Action& action) {
  try {
    action();
  } catch (const Refusal& refusal) {
    // A message says something.
    if (std::string_view(refusal.what()).empty()) throw;
  }
}

}  // namespace asymptest::fuzz
