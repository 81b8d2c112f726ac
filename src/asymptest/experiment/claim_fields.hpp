#pragma once

#include "asymptest/claim/claim.hpp"
#include "asymptest/experiment/fields.hpp"
#include "asymptest/experiment/program_fields.hpp"

namespace asymptest {

/// A claim, read from its table; its program is added to those of the file. Throws ClaimFileError.
Claim read_claim(const Fields& fields, ProgramsOfFile& programs);

}  // namespace asymptest
