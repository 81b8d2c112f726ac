# `cmake --install`: the program, and a library for claims of other fields. A layer is one archive:
# its rooms matter to those who change them, not to those who link them.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

get_property(rooms GLOBAL PROPERTY ASYMPTEST_ROOMS)

# asymptest_archive(NAME OUTPUT FOLDER): the objects of all rooms below FOLDER.
function(asymptest_archive name output folder)
  set(objects "")
  foreach(room IN LISTS rooms)
    get_target_property(place ${room} SOURCE_DIR)
    if(place MATCHES "^${PROJECT_SOURCE_DIR}/${folder}(/|$)")
      list(APPEND objects $<TARGET_OBJECTS:${room}>)
    endif()
  endforeach()
  add_library(${name} STATIC ${objects})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME ${output} LINKER_LANGUAGE CXX)
  install(TARGETS ${name} ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT library)
endfunction()

asymptest_archive(installed_asymptest asymptest src/asymptest)
asymptest_archive(installed_learning asymptest_learning src/learning)
asymptest_archive(installed_rigor asymptest_rigor src/rigor)
add_library(installed_main STATIC "${PROJECT_SOURCE_DIR}/src/asymptest/cli/main.cpp")
target_link_libraries(installed_main PRIVATE asymptest_options)
set_target_properties(installed_main PROPERTIES OUTPUT_NAME asymptest_main)
install(TARGETS installed_main ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT library)
# All that an installation needs beside the program.
add_custom_target(library DEPENDS installed_asymptest installed_learning installed_rigor installed_main)

# Graphviz keeps its layout outside of where the loader looks.
set_target_properties(asymptest PROPERTIES INSTALL_RPATH_USE_LINK_PATH ON)
install(TARGETS asymptest RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)
foreach(layer asymptest learning rigor)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/src/${layer}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
          COMPONENT library FILES_MATCHING PATTERN "*.hpp" PATTERN "testing" EXCLUDE)
endforeach()

set(ASYMPTEST_INSTALLED_MARCH "")
if(ASYMPTEST_ARCHITECTURE AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set(ASYMPTEST_INSTALLED_MARCH "-march=${ASYMPTEST_ARCHITECTURE}")
endif()
# For builds without CMake. Where it stands tells where the rest is.
get_target_property(definitions asymptest_options INTERFACE_COMPILE_DEFINITIONS)
list(TRANSFORM definitions PREPEND "-D")
string(REPLACE ";" " " asymptest_definitions "${definitions}")
file(RELATIVE_PATH asymptest_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" asymptest_prefix "${asymptest_prefix}")
configure_file("${PROJECT_SOURCE_DIR}/cmake/asymptest.pc.in" "${PROJECT_BINARY_DIR}/asymptest.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/asymptest.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT library)

# The program's own words, asked of it once it is there.
install(CODE "
  foreach(text \"manual>asymptest.1\" \"completion bash>asymptest.bash\" \"completion zsh>_asymptest\")
    string(REGEX MATCH \"^(.*)>(.*)$\" matched \"\${text}\")
    set(file \"\${CMAKE_MATCH_2}\")
    separate_arguments(words UNIX_COMMAND \"\${CMAKE_MATCH_1}\")
    execute_process(COMMAND \"$<TARGET_FILE:asymptest>\" \${words} COMMAND_ERROR_IS_FATAL ANY
                    OUTPUT_FILE \"${PROJECT_BINARY_DIR}/\${file}\")
  endforeach()" COMPONENT program)
install(FILES "${PROJECT_BINARY_DIR}/asymptest.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT program)
install(FILES "${PROJECT_BINARY_DIR}/asymptest.bash" RENAME asymptest
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT program)
install(FILES "${PROJECT_BINARY_DIR}/_asymptest" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions"
        COMPONENT program)

set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/asymptest")
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/asymptestConfig.cmake.in"
                              "${PROJECT_BINARY_DIR}/asymptestConfig.cmake"
                              INSTALL_DESTINATION "${package_folder}"
                              PATH_VARS CMAKE_INSTALL_INCLUDEDIR CMAKE_INSTALL_LIBDIR)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/asymptestConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/asymptestConfig.cmake" "${PROJECT_BINARY_DIR}/asymptestConfigVersion.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/FindGraphviz.cmake" "${PROJECT_SOURCE_DIR}/cmake/DiscoverClaims.cmake"
        DESTINATION "${package_folder}" COMPONENT library)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/NOTICE"
        DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program)
if(EXISTS "${PROJECT_SOURCE_DIR}/share/asymptest")
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/share/asymptest" DESTINATION "${CMAKE_INSTALL_DATADIR}"
          COMPONENT program FILES_MATCHING PATTERN "*.py")
endif()

# `cpack -G DEB` in the build folder: one package, which asks for what its headers include.
set(CPACK_PACKAGE_CONTACT "the authors of asymptest <asymptest@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_DEB_COMPONENT_INSTALL OFF)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# The program's own libraries, MPI's where it was built with it, are read off it.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What the headers include; each brings its library along.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "g++, cmake, make, libeigen3-dev, libboost-dev, libcli11-dev, nlohmann-json3-dev, \
libfmt-dev, libsqlite3-dev, libsqlitecpp-dev, zlib1g-dev, libssl-dev, libgraphviz-dev, duktape-dev")
include(CPack)
