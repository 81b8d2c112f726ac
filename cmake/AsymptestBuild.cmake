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
set(ASYMPTEST_USUAL_ARCHITECTURE "x86-64-v3")
set(ASYMPTEST_ARCHITECTURE "${ASYMPTEST_USUAL_ARCHITECTURE}" CACHE STRING "value of -march; empty for the compiler's own")

# Much of the time that a file takes to compile goes into templates that its neighbours need too, so
# a folder is compiled as one unit. What is local to a file has to have a name of its own in its
# folder, which every build then checks. Off for tools that look at one file at a time.
option(ASYMPTEST_UNITY "Compile a folder as one unit" ON)

add_library(asymptest_options INTERFACE)
target_include_directories(asymptest_options INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_options(asymptest_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -Wno-sign-conversion $<$<BOOL:${ASYMPTEST_WERROR}>:-Werror>)
# GCC 12 sees values uninitialised that are not: in its own headers for AVX-512, and in the standard
# library's where a sanitizer stands between a value and its use.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND "${CMAKE_CXX_FLAGS} ${ASYMPTEST_ARCHITECTURE}" MATCHES "-fsanitize|-v4|native")
  target_compile_options(asymptest_options INTERFACE -Wno-maybe-uninitialized)
endif()
# Designated initialisers leave out the fields that a claim doesn't need: that is their point.
target_compile_options(asymptest_options INTERFACE -Wno-missing-field-initializers)
# A product and a sum are rounded each by itself: GCC would fuse them wherever one follows the other,
# Clang within one expression. What gains by fusing says std::fma.
target_compile_options(asymptest_options INTERFACE -ffp-contract=off)
# GCC's front end clears its memory at 128 MiB and again at each doubling: a tenth of the time of a unit
# that never needs more than 600.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(asymptest_options INTERFACE "SHELL:--param ggc-min-heapsize=524288")
endif()
# The same bits on every processor: Eigen sums a product of matrices in blocks that fit the cache it
# finds, so that two machines of one cluster would differ. 40 KiB make blocks of 256 of the 1024
# terms of a sum; on a cache of 32 KiB they are as fast as those made for it, or 2 % faster.
target_compile_definitions(asymptest_options INTERFACE EIGEN_NO_CPUID EIGEN_DEFAULT_L1_CACHE_SIZE=40960
                           EIGEN_DEFAULT_L2_CACHE_SIZE=1048576 EIGEN_DEFAULT_L3_CACHE_SIZE=33554432)
if(ASYMPTEST_ARCHITECTURE AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(asymptest_options INTERFACE "-march=${ASYMPTEST_ARCHITECTURE}")
endif()

# GNU gold links the program in half of the time of GNU ld, and a touched claim waits for that; both come
# with Debian's binutils.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold ASYMPTEST_HAS_GOLD)
option(ASYMPTEST_GOLD "Link with gold if it is there" ON)
if(ASYMPTEST_GOLD AND ASYMPTEST_HAS_GOLD AND NOT "${CMAKE_CXX_FLAGS}" MATCHES "-fsanitize")
  add_link_options(-fuse-ld=gold)
endif()

# What the folders that compute are compiled with beyond the build type's own. With sanitizers a unit
# at -O3 takes minutes to compile, and a count of lines wants them where they were written.
set(ASYMPTEST_NUMERICAL_OPTIONS -O3 -fno-math-errno)
if("${CMAKE_CXX_FLAGS}" MATCHES "-fsanitize|--coverage")
  set(ASYMPTEST_NUMERICAL_OPTIONS -fno-math-errno)
endif()

# What the folders that only read, write and wait are compiled with: at -O2 the compiler takes a third
# longer over them, and nobody waits for them.
set(ASYMPTEST_PLAIN_OPTIONS "")
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(ASYMPTEST_PLAIN_OPTIONS -O1)
endif()

# asymptest_folder(NAME [PLAIN | WITHOUT_MATRICES] [WING wing] [LINKS public…] [PRIVATE_LINKS private…] [TEST_LINKS …] [OPTIONS flags…])
#
# PLAIN: a folder that only reads, writes and waits, and never sees a matrix.
# WITHOUT_MATRICES: one that computes, and never sees one either. Eigen is half of what the others read precompiled.
# WING: neighbours of one kind that are compiled as one unit, since each would instantiate what the others have
# instantiated, and read the same headers again. They must have their options in common.
#
# Library NAME from every *.cpp of the calling folder but *_test.cpp, and program NAME_test from
# the *_test.cpp, each of whose cases becomes one test labelled `unit`.
function(asymptest_folder name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "PLAIN;WITHOUT_MATRICES" "WING" "LINKS;PRIVATE_LINKS;TEST_LINKS;OPTIONS")
  set(kind library)
  if(ARG_PLAIN OR ARG_WITHOUT_MATRICES)
    set(kind plain)
  endif()
  if(ARG_PLAIN)
    set(ARG_OPTIONS ${ASYMPTEST_PLAIN_OPTIONS})
  endif()
  file(GLOB sources CONFIGURE_DEPENDS "*.cpp")
  file(GLOB headers CONFIGURE_DEPENDS "*.hpp")
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  if(sources AND NOT ARG_WING)
    asymptest_unit(${name} ${kind} SOURCES ${sources} ${headers} LINKS ${ARG_LINKS} PRIVATE_LINKS ${ARG_PRIVATE_LINKS}
                   OPTIONS ${ARG_OPTIONS})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE asymptest_options ${ARG_LINKS} ${ARG_WING})
  endif()
  if(ARG_WING)
    set_property(TARGET ${name} PROPERTY ASYMPTEST_WING ${ARG_WING})
    asymptest_into_wing(${ARG_WING} ${kind} SOURCES ${sources} ${headers} LINKS ${ARG_LINKS}
                        PRIVATE_LINKS ${ARG_PRIVATE_LINKS} OPTIONS ${ARG_OPTIONS})
  endif()
  if(tests AND BUILD_TESTING)
    asymptest_unit_tests(${name}_test SOURCES ${tests} LINKS ${name} ${ARG_TEST_LINKS})
  endif()
endfunction()

# asymptest_unit(NAME KIND SOURCES … LINKS … PRIVATE_LINKS … OPTIONS …): library NAME, compiled as one unit with the
# precompiled headers of the kind.
function(asymptest_unit name kind)
  cmake_parse_arguments(PARSE_ARGV 2 ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS;OPTIONS")
  add_library(${name} STATIC ${ARG_SOURCES})
  set_property(GLOBAL APPEND PROPERTY ASYMPTEST_ROOMS ${name})
  target_link_libraries(${name} PUBLIC asymptest_options ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
  target_compile_options(${name} PRIVATE ${ARG_OPTIONS})
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${ASYMPTEST_UNITY} UNITY_BUILD_BATCH_SIZE 0)
  # At the end, when all folders of a wing have named what they link.
  cmake_language(EVAL CODE "cmake_language(DEFER DIRECTORY [[${PROJECT_SOURCE_DIR}]] CALL
                                           asymptest_precompile ${name} ${kind} OPTIONS ${ARG_OPTIONS})")
endfunction()

# asymptest_into_wing(WING KIND SOURCES … LINKS … PRIVATE_LINKS … OPTIONS …): the same, or more sources for a wing that
# an earlier folder has begun.
function(asymptest_into_wing wing kind)
  cmake_parse_arguments(PARSE_ARGV 2 ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS;OPTIONS")
  foreach(scope LINKS PRIVATE_LINKS)
    set(${scope} "")
    foreach(link IN LISTS ARG_${scope})
      set(of_link "")
      if(TARGET ${link})
        get_target_property(of_link ${link} ASYMPTEST_WING)
      endif()
      if(NOT of_link STREQUAL wing)  # what is in it already is no link
        list(APPEND ${scope} ${link})
      endif()
    endforeach()
  endforeach()
  if(NOT TARGET ${wing})
    asymptest_unit(${wing} ${kind} SOURCES ${ARG_SOURCES} LINKS ${LINKS} PRIVATE_LINKS ${PRIVATE_LINKS} OPTIONS ${ARG_OPTIONS})
    return()
  endif()
  get_target_property(options ${wing} COMPILE_OPTIONS)
  if(NOT ("${options}" STREQUAL "${ARG_OPTIONS}" OR (NOT options AND NOT ARG_OPTIONS)))
    message(FATAL_ERROR "${wing}: ${CMAKE_CURRENT_SOURCE_DIR} is compiled with '${ARG_OPTIONS}', the rest of the wing with '${options}'")
  endif()
  target_sources(${wing} PRIVATE ${ARG_SOURCES})
  target_link_libraries(${wing} PUBLIC ${LINKS} PRIVATE ${PRIVATE_LINKS})
endfunction()

# Most of the tests' time is the compiler's: a release build takes it easier with them than with what
# they test. Empty for other builds.
set(ASYMPTEST_TEST_OPTIONS "")
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(ASYMPTEST_TEST_OPTIONS -O1)
endif()

# asymptest_unit_tests(NAME SOURCES … LINKS …): a GoogleTest program, its cases labelled `unit`.
function(asymptest_unit_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINKS")
  include(GoogleTest)
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} GTest::gmock GTest::gtest_main)
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${ASYMPTEST_UNITY}
                        UNITY_BUILD_BATCH_SIZE 0)
  target_compile_options(${name} PRIVATE ${ASYMPTEST_TEST_OPTIONS})
  asymptest_precompile(${name} test OPTIONS ${ASYMPTEST_TEST_OPTIONS})
  gtest_discover_tests(${name} PROPERTIES LABELS unit DISCOVERY_TIMEOUT 60)
endfunction()
