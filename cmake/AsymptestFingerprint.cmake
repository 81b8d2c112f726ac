# asymptest_add_fingerprints(TARGET SOURCES…): gives the target a source that knows, for each of SOURCES, a hash of all that
# it is compiled from: what is measured or checked is stored under it.
function(asymptest_add_fingerprints target)
  file(GLOB_RECURSE instruments CONFIGURE_DEPENDS "*.hpp" "${PROJECT_SOURCE_DIR}/src/learning/*.[ch]pp"
       "${PROJECT_SOURCE_DIR}/src/rigor/*.[ch]pp" "${PROJECT_SOURCE_DIR}/src/asymptest/random/*.[ch]pp"
       "${PROJECT_SOURCE_DIR}/src/asymptest/linear_algebra/*.[ch]pp")
  set(from_root "")
  foreach(source IN LISTS ARGN)
    file(RELATIVE_PATH path "${PROJECT_SOURCE_DIR}" "${source}")
    list(APPEND from_root "${path}")
  endforeach()
  # Products add without an intermediate rounding on one processor and with it on another.
  set(processor "")
  if(NOT ASYMPTEST_ARCHITECTURE STREQUAL ASYMPTEST_USUAL_ARCHITECTURE)
    set(processor "processor ${ASYMPTEST_ARCHITECTURE}")
  endif()
  set(fingerprints "${CMAKE_CURRENT_BINARY_DIR}/code_fingerprints.cpp")
  add_custom_command(OUTPUT "${fingerprints}" VERBATIM DEPENDS asymptest_fingerprint ${ARGN} ${instruments}
                     COMMAND asymptest_fingerprint "${PROJECT_SOURCE_DIR}" "${fingerprints}" "${processor}" ${from_root})
  target_sources(${target} PRIVATE "${fingerprints}")
  set_source_files_properties("${fingerprints}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON SKIP_PRECOMPILE_HEADERS ON)
endfunction()
