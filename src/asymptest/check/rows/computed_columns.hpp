#pragma once

#include <functional>
#include <string>
#include <vector>

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/data/table.hpp"

namespace asymptest::cli {

/// Reads columns by name, as `read_columns` does.
using ReadColumns = std::function<NumericTable(const std::vector<std::string>& names)>;

/// The columns called `names`, of which those that `let` defines are computed from others, row by
/// row: "cost = n*log(n)^2", a formula of columns and of what was defined before.
/// Throws InputError for a definition that can't be read, a name that is defined twice, and a
/// number that is not finite, with the line of its row.
NumericTable with_computed(const std::vector<std::string>& let, const std::string& source,
                           const std::vector<std::string>& names, const ReadColumns& read);

}  // namespace asymptest::cli
