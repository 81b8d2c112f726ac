#pragma once

#include <string>

#include "asymptest/check/check.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest::cli {

/// The record of one claim, a person's own: what a report is a view of. Where means and errors were
/// given the trials' spread is unknown. A supported law is as expected, a refuted one is not.
/// `command` reproduces it.
Record record_of_check(const CheckRequest& request, const CheckAnswer& answer,
                       const std::string& command);

}  // namespace asymptest::cli
