#pragma once

#include <string>

namespace asymptest {

/// The JSON Schema (draft 2020-12) of a record of the present format, made of the same list of
/// fields that reads and writes it.
std::string record_schema();

}  // namespace asymptest
