# What every target of the project shares: the language, the warnings, the instruction set, and
# `asymptest_folder`, which makes one library and one test program of a folder.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")

option(ASYMPTEST_WERROR "Warnings are errors" ON)
# x86-64-v3 (AVX2, FMA) rather than the native set: GCC 12 loses 30 % on the kernels with
# -march=native, and one binary runs on every machine of a cluster.
set(ASYMPTEST_ARCHITECTURE "x86-64-v3" CACHE STRING "value of -march; empty for the compiler's own")

# Much of the time that a file takes to compile goes into templates that its neighbours need too, so
# several are compiled as one unit. What is local to a file has to have a name of its own in its
# folder. Off for tools that look at one file at a time.
option(ASYMPTEST_UNITY "Compile the files of a folder several at a time" ON)
set(ASYMPTEST_UNITY_SIZE 8 CACHE STRING "how many files make one unit")

add_library(asymptest_options INTERFACE)
target_include_directories(asymptest_options INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_options(asymptest_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -Wno-sign-conversion $<$<BOOL:${ASYMPTEST_WERROR}>:-Werror>)
# Designated initialisers leave out the fields that a claim doesn't need: that is their point.
target_compile_options(asymptest_options INTERFACE -Wno-missing-field-initializers)
if(ASYMPTEST_ARCHITECTURE AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(asymptest_options INTERFACE "-march=${ASYMPTEST_ARCHITECTURE}")
endif()

# asymptest_folder(NAME [LINKS public…] [PRIVATE_LINKS private…] [TEST_LINKS …] [OPTIONS flags…]
#                  [PUBLIC_OPTIONS flags for the links too…])
#
# Library NAME from every *.cpp of the calling folder but *_test.cpp, and program NAME_test from
# the *_test.cpp, each of whose cases becomes one test labelled `unit`.
function(asymptest_folder name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "LINKS;PRIVATE_LINKS;TEST_LINKS;OPTIONS;PUBLIC_OPTIONS")
  file(GLOB sources CONFIGURE_DEPENDS "*.cpp")
  file(GLOB headers CONFIGURE_DEPENDS "*.hpp")
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  if(sources)
    add_library(${name} STATIC ${sources} ${headers})
    target_link_libraries(${name} PUBLIC asymptest_options ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
    target_compile_options(${name} PRIVATE ${ARG_OPTIONS} PUBLIC ${ARG_PUBLIC_OPTIONS})
    set_target_properties(${name} PROPERTIES UNITY_BUILD ${ASYMPTEST_UNITY}
                          UNITY_BUILD_BATCH_SIZE ${ASYMPTEST_UNITY_SIZE})
    asymptest_precompile(${name} library OPTIONS ${ARG_OPTIONS} ${ARG_PUBLIC_OPTIONS})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE asymptest_options ${ARG_LINKS})
  endif()
  if(tests AND BUILD_TESTING)
    asymptest_unit_tests(${name}_test SOURCES ${tests} LINKS ${name} ${ARG_TEST_LINKS} OPTIONS ${ARG_PUBLIC_OPTIONS})
  endif()
endfunction()

# asymptest_unit_tests(NAME SOURCES … LINKS … [OPTIONS flags that the links bring]): a GoogleTest
# program, its cases labelled `unit`.
function(asymptest_unit_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINKS;OPTIONS")
  include(GoogleTest)
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} GTest::gmock GTest::gtest_main)
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${ASYMPTEST_UNITY}
                        UNITY_BUILD_BATCH_SIZE ${ASYMPTEST_UNITY_SIZE})
  asymptest_precompile(${name} test OPTIONS ${ARG_OPTIONS})
  gtest_discover_tests(${name} PROPERTIES LABELS unit DISCOVERY_TIMEOUT 60)
endfunction()
