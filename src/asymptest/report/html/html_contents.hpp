#pragma once

#include <string>

#include "asymptest/record/record.hpp"

/// What leads a reader to the claims: what needs attention first, and the topics.
namespace asymptest::report {

/// "95 of 95 claims as declared", for the page's title.
std::string headline(const Record& record);

/// Links to the parts of the page, each topic with its number of claims and the mark of its worst.
std::string contents(const Record& record);

/// What was measured and is not as declared, with its reasons; nothing if there is none.
std::string attention_list(const Record& record);

}  // namespace asymptest::report
