#pragma once

#include <string>
#include <string_view>

namespace asymptest {

/// share/asymptest/asymptest_worker.py, by which a trial in Python is three lines.
std::string_view python_module();

/// PYTHONPATH=… with which Python finds that module, before what this process's own says. The
/// module is written to the Guardian's folder on first use.
std::string python_path_variable();

}  // namespace asymptest
