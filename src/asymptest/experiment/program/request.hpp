#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// A number or a text or a truth, which a program is given as it stands.
struct Scalar {
  std::string text;  ///< "0.1", "sgd", "true"
  std::string json;  ///< 0.1, "sgd", true
};

/// What a program is told of what it runs with, the same at each trial: "optimiser" = "sgd".
using Parameters = std::vector<std::pair<std::string, Scalar>>;

/// What a program is asked: one trial.
struct Request {
  std::string claim;    ///< the claim's id
  std::string control;  ///< the control's name; empty for the claim itself
  Point point;
  std::uint64_t trial = 0;
  std::uint64_t seed = 0;
  Parameters parameters;
};

/// The version of the protocol that docs/experiment-protocol.md states.
inline constexpr int protocol_version = 1;

/// The word with {m}, {seed}, {trial}, {claim}, {control} and {a parameter's name} replaced by
/// their values; other braces stay.
std::string filled_in(std::string_view word, const Request& request);

/// The names in braces of a word that `filled_in` knows nothing of.
std::vector<std::string> unknown_places(std::string_view word, const Request& request);

/// ASYMPTEST_M=64 for each axis and parameter, and ASYMPTEST_CLAIM, _CONTROL, _TRIAL, _SEED,
/// _PROTOCOL.
std::vector<std::string> environment_of(const Request& request);

/// {"claim": "mine/width", "point": {"m": 64}, "trial": 7, "seed": 123}, with "control" and
/// "parameters" where there are any; without a line's end.
std::string json_line(const Request& request);

}  // namespace asymptest
