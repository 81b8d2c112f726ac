# asymptest_embed(TARGET FUNCTION FILE HEADER NAMESPACE): gives the target a source whose FUNCTION, declared in HEADER as
# `std::string_view NAMESPACE::FUNCTION()`, returns the bytes of FILE. The file becomes part of the program.
function(asymptest_embed target function file header namespace)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/embedded_${function}.cpp")
  set(script "${PROJECT_SOURCE_DIR}/cmake/EmbedFile.cmake")
  add_custom_command(OUTPUT "${source}" DEPENDS "${file}" "${script}" VERBATIM
                     COMMAND "${CMAKE_COMMAND}" -D "INPUT=${file}" -D "OUTPUT=${source}"
                             -D "FUNCTION=${function}" -D "HEADER=${header}" -D "NAMESPACE=${namespace}"
                             -P "${script}")
  target_sources(${target} PRIVATE "${source}")
  # All alike, and large; and they include next to nothing.
  set_source_files_properties("${source}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON SKIP_PRECOMPILE_HEADERS ON)
endfunction()
