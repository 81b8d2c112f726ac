#pragma once

#include <toml++/toml.h>

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
