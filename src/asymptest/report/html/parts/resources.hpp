#pragma once

#include <string_view>

/// Files that are part of the program and make each page (see CMakeLists.txt).
namespace asymptest::report {

std::string_view katex_script();     ///< KaTeX (MIT licence), by which formulas are typeset
std::string_view typeset_script();   ///< resources/typeset.js
std::string_view page_script();      ///< resources/page.js
std::string_view page_style();       ///< resources/page.css
std::string_view math_font_style();  ///< resources/math_font.css

// templates/*.html, to be filled (filled.hpp)
std::string_view page_template();
std::string_view glossary_template();
std::string_view claim_template();
std::string_view proof_template();
std::string_view step_template();
std::string_view control_template();
std::string_view points_template();
std::string_view matrix_template();
std::string_view matrix_row_template();
std::string_view proof_matrix_template();
std::string_view proof_matrix_row_template();

}  // namespace asymptest::report
