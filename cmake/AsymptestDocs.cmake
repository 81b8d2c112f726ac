# `docs`, where Doxygen is there: the headers that are installed as pages, docs/html in the build folder.
# A comment that Doxygen can't make sense of is an error.
find_package(Doxygen QUIET)
if(DOXYGEN_FOUND)
  set(DOXYGEN_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/docs")
  set(DOXYGEN_FILE_PATTERNS "*.hpp")
  set(DOXYGEN_EXCLUDE_PATTERNS "*/testing/*")
  set(DOXYGEN_STRIP_FROM_INC_PATH "${PROJECT_SOURCE_DIR}/src")
  set(DOXYGEN_EXTRACT_ALL YES)
  set(DOXYGEN_JAVADOC_AUTOBRIEF YES)
  # Plain words as "Store" are no links.
  set(DOXYGEN_AUTOLINK_SUPPORT NO)
  set(DOXYGEN_GENERATE_LATEX NO)
  set(DOXYGEN_HAVE_DOT NO)
  set(DOXYGEN_QUIET YES)
  set(DOXYGEN_WARN_AS_ERROR FAIL_ON_WARNINGS)
  doxygen_add_docs(docs src/asymptest src/learning src/rigor COMMENT "Reading the headers' comments")
endif()
