# Precompiled headers: two thirds of the time that a file takes to compile go into reading what nearly
# every file includes. They change nothing but the time: each file includes what it uses, and a build
# with the option off (that of scripts/tidy) finds the one that doesn't.

option(ASYMPTEST_CCACHE "Compile through ccache if it is installed" OFF)
find_program(ASYMPTEST_CCACHE_PROGRAM ccache)
if(ASYMPTEST_CCACHE AND ASYMPTEST_CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ASYMPTEST_CCACHE_PROGRAM}")
endif()
option(ASYMPTEST_PRECOMPILED_HEADERS "Read the headers that most files share once only" ON)
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache" AND ASYMPTEST_PRECOMPILED_HEADERS)
  # -DCMAKE_CXX_COMPILER_LAUNCHER=ccache pays where branches change often; a first build it makes a
  # tenth longer. What it asks for before it keeps objects that were made with precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros ${CMAKE_CXX_COMPILER_LAUNCHER})
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

set(asymptest_headers_plain
    <algorithm> <array> <cmath> <cstdint> <functional> <limits> <map> <memory> <numbers> <numeric> <optional>
    <random> <set> <span> <stdexcept> <string> <string_view> <utility> <vector>)
set(asymptest_headers_library ${asymptest_headers_plain} <Eigen/Core>)
set(asymptest_headers_test ${asymptest_headers_library} <gmock/gmock.h> <gtest/gtest.h>)
set(asymptest_headers_claim ${asymptest_headers_library} "${PROJECT_SOURCE_DIR}/src/asymptest/claim/registry.hpp"
    "${PROJECT_SOURCE_DIR}/src/learning/training/gradient_descent.hpp"
    "${PROJECT_SOURCE_DIR}/src/learning/networks/gradient.hpp"
    "${PROJECT_SOURCE_DIR}/src/learning/spectra/symmetric_eigenvalues.hpp")

# asymptest_precompile(TARGET KIND [OPTIONS flags…]): TARGET reads asymptest_headers_KIND precompiled,
# once for all targets of the kind with these flags, which have to be all that TARGET is compiled with
# beyond the project's own: GCC takes headers of another level of optimisation without a word, and
# then compiles TARGET at theirs.
function(asymptest_precompile target kind)
  if(NOT ASYMPTEST_PRECOMPILED_HEADERS)
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 2 ARG "" "" "OPTIONS")
  set(headers ${asymptest_headers_${kind}})
  set(links asymptest_options)
  if(NOT kind STREQUAL plain)
    list(APPEND links Eigen3::Eigen)
  endif()
  get_target_property(of_target ${target} LINK_LIBRARIES)
  if(kind STREQUAL test)
    list(APPEND links GTest::gmock)
  elseif(fmt::fmt IN_LIST of_target)  # brings a definition, without which its header isn't the same
    list(APPEND links fmt::fmt)
    list(APPEND headers <fmt/format.h>)
    string(PREPEND kind "formatted_")
  endif()
  if(nlohmann_json::nlohmann_json IN_LIST of_target AND kind MATCHES "plain$")  # seconds wherever it is read
    list(APPEND links nlohmann_json::nlohmann_json)
    list(APPEND headers <nlohmann/json.hpp>)
    string(PREPEND kind "json_")
  endif()
  string(MAKE_C_IDENTIFIER "precompiled_${kind}${ARG_OPTIONS}" name)
  if(NOT TARGET ${name})
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/${name}.cpp" CONTENT "// Carries the headers.\n")
    add_library(${name} OBJECT "${PROJECT_BINARY_DIR}/${name}.cpp")
    target_link_libraries(${name} PRIVATE ${links})
    target_compile_options(${name} PRIVATE ${ARG_OPTIONS})
    target_precompile_headers(${name} PRIVATE ${headers})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${name})
endfunction()
