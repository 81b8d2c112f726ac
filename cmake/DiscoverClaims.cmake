# asymptest_discover_claims(PROGRAM): after each build of the program, one test for every claim,
# control and proof that it lists, named as a person types it and labelled by kind, topic and tier.
# Their trials land in the store that `asymptest report` reads.
#
# Run as a script (cmake -P), this file writes the list of tests.
if(NOT CMAKE_SCRIPT_MODE_FILE)
  function(asymptest_discover_claims program)
    set(tests "${CMAKE_CURRENT_BINARY_DIR}/${program}_claims.cmake")
    set(include "${CMAKE_CURRENT_BINARY_DIR}/${program}_claims_include.cmake")
    add_custom_command(
      TARGET ${program} POST_BUILD
      COMMAND "${CMAKE_COMMAND}" "-DPROGRAM=$<TARGET_FILE:${program}>" "-DTESTS=${tests}"
              "-DWORKING_DIRECTORY=${PROJECT_SOURCE_DIR}"
              -P "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/DiscoverClaims.cmake"
      BYPRODUCTS "${tests}" VERBATIM)
    file(WRITE "${include}" "if(EXISTS \"${tests}\")\n  include(\"${tests}\")\nelse()\n"
                            "  add_test(${program}_NOT_BUILT ${program}_NOT_BUILT)\nendif()\n")
    set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${include}")
  endfunction()
  return()
endif()

cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND "${PROGRAM}" list --labels OUTPUT_VARIABLE lines
                RESULT_VARIABLE failed ERROR_VARIABLE problem OUTPUT_STRIP_TRAILING_WHITESPACE)
set(nothing_listed 4)
if(failed AND NOT failed EQUAL nothing_listed)
  message(FATAL_ERROR "the claims can't be listed: ${problem}")
endif()
set(script "")
set(names "")
string(REPLACE "\n" ";" lines "${lines}")
foreach(line IN LISTS lines)
  string(REGEX MATCH "^([^ ]+) (.+)$" matched "${line}")
  set(name "${CMAKE_MATCH_1}")
  list(APPEND names "${name}")
  string(REPLACE "," ";" labels "${CMAKE_MATCH_2}")
  # A claim's name alone would run its controls too, which are tests of their own.
  set(only "")
  if("claim" IN_LIST labels)
    set(only " --only claim")
  endif()
  # One thread each: `ctest -j` spreads the tests over the cores. What an edit has reached is measured anew.
  string(APPEND script "add_test([==[${name}]==] [==[${PROGRAM}]==] run ${name}${only} --jobs 1 --renew --no-report)\n"
                       "set_tests_properties([==[${name}]==] PROPERTIES LABELS \"${labels}\""
                       " WORKING_DIRECTORY [==[${WORKING_DIRECTORY}]==])\n")
  # Without the data it is skipped, which is not the same as passed.
  if("data" IN_LIST labels)
    string(APPEND script "set_tests_properties([==[${name}]==] PROPERTIES SKIP_RETURN_CODE ${nothing_listed})\n")
  endif()
endforeach()
# After them: no claim may be left that nothing would have made fail.
if(names)
  string(APPEND script "add_test(claims-have-teeth [==[${PROGRAM}]==] audit)\n"
                       "set_tests_properties(claims-have-teeth PROPERTIES LABELS audit SKIP_RETURN_CODE ${nothing_listed}"
                       " DEPENDS \"${names}\" WORKING_DIRECTORY [==[${WORKING_DIRECTORY}]==])\n")
endif()
file(WRITE "${TESTS}" "${script}")
