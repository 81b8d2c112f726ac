#pragma once

#include <string>

#include "asymptest/record/record.hpp"
#include "asymptest/report/html/parts/typesetter.hpp"

namespace asymptest::report {

/// The proofs at a glance, a row for each with its steps; nothing where there are none.
std::string proof_matrix(const Record& record);

/// The section of one proof: statement, source, the graph of its steps, and each step with the
/// planted errors that its check caught.
std::string proof_section(const ProofRecord& proof, Typesetter& typeset);

}  // namespace asymptest::report
