#pragma once

#include <string>

#include "asymptest/record/record.hpp"

namespace asymptest::report {

/// A record made by hand that has one subject of each kind: power laws on one and on three axes,
/// a value law, an inequality in every trial, an exponential decay, a shape, an erratum with its
/// twin, controls of every status, text that would break out of HTML, XML, Markdown and CSV, and
/// numbers that are NaN or infinite.
Record example_record();

/// Text with a character that each of the views has to escape.
inline constexpr const char* hostile_text =
    "a < b & \"c\" | 'd' </script><b>*e*</b> `f`, g\nh \x01";

}  // namespace asymptest::report
