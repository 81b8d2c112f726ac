#pragma once

// A key that begins with a strange character fails an assertion of the library before it comes to
// the library's own refusal (with NDEBUG the refusal is optimised away): what a file holds must not
// end the program.
#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

#include <optional>
#include <string>
#include <vector>

#include "asymptest/experiment/program/request.hpp"

namespace asymptest {

/// The line of its file on which a value stands.
int line_of(const toml::node& node);

/// As a message shows it: texts in quotes, cut after 60 characters, "a table", "an array".
std::string shown_node(const toml::node& node);

/// A number of any kind; TOML tells 1 from 1.0, people don't.
std::optional<double> number_in(const toml::node& node);

/// A text, a truth or a finite number.
std::optional<Scalar> scalar_in(const toml::node& node);

/// The keys of a table in the order of the file, which TOML's own tables don't keep.
std::vector<std::string> keys_in_order(const toml::table& table);

}  // namespace asymptest
