#pragma once

#include <string>

#include "asymptest/engine/record.hpp"

namespace asymptest {

/// One claim or control as JSON, in the form that it has within `to_json(Record)`.
std::string to_json(const SubjectRecord& record);
std::string to_json(const ClaimRecord& record);

}  // namespace asymptest
