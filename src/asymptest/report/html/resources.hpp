#pragma once

#include <string_view>

/// Files that are part of the program and go into each page (see CMakeLists.txt).
namespace asymptest::report {

std::string_view katex_script();  ///< KaTeX (MIT licence), typesets LaTeX as MathML
std::string_view page_script();   ///< resources/page.js
std::string_view page_style();    ///< resources/page.css

}  // namespace asymptest::report
