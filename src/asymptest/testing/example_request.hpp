#pragma once

#include <string>

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {

/// For tests: a sound request about a loss over N.
inline const CheckRequest valid_request{
    .file = "runs.csv", .sizes = {"N"}, .value = "loss", .law = "theta N^-0.5", .band = 0.05};

/// The valid request with one thing changed.
template <class Value>
CheckRequest request_with(Value CheckRequest::*field, const Value& value) {
  CheckRequest request = valid_request;
  request.*field = value;
  return request;
}

/// What InputError an action on the request throws, or "accepted".
template <class Action>
std::string refusal_of(const Action& action, const CheckRequest& request) {
  try {
    action(request);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

}  // namespace asymptest::cli
