# Graphviz::Graphviz: the graph library, the layout library and the plug-in of the layered layout, which is linked like any
# library, so that no layout depends on how the machine's Graphviz is set up.
find_path(GRAPHVIZ_INCLUDE_DIR graphviz/gvc.h)
set(graphviz_variables GRAPHVIZ_INCLUDE_DIR)
set(graphviz_libraries "")
foreach(library gvplugin_dot_layout gvc cgraph)
  find_library(GRAPHVIZ_${library} ${library} PATH_SUFFIXES graphviz)
  list(APPEND graphviz_variables GRAPHVIZ_${library})
  list(APPEND graphviz_libraries "${GRAPHVIZ_${library}}")
endforeach()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Graphviz REQUIRED_VARS ${graphviz_variables})
mark_as_advanced(${graphviz_variables})
if(Graphviz_FOUND AND NOT TARGET Graphviz::Graphviz)
  add_library(Graphviz::Graphviz INTERFACE IMPORTED)
  target_include_directories(Graphviz::Graphviz INTERFACE "${GRAPHVIZ_INCLUDE_DIR}")
  target_link_libraries(Graphviz::Graphviz INTERFACE ${graphviz_libraries})
endif()
