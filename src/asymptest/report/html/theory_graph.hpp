#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// The theory as a graph, from the proofs to those that use them and to the claims that they
/// support, each coloured by its outcome; nothing where no proof uses or supports anything of the
/// record.
std::string theory_section(const Record& record);

}  // namespace asymptest::report
