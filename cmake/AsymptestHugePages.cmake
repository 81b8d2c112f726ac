# GCC in huge pages: a third less time for the whole build in a virtual machine where the system gives them only to those
# who ask (huge_pages.c). Where it gives them to all, or to none, there is nothing to be had.

option(ASYMPTEST_HUGE_PAGES "Have the compiler ask for huge pages" ON)
set(asymptest_huge_pages_of_system "")
if(EXISTS /sys/kernel/mm/transparent_hugepage/enabled)
  file(READ /sys/kernel/mm/transparent_hugepage/enabled asymptest_huge_pages_of_system)
endif()
# Blanks and colons separate what is preloaded.
if(ASYMPTEST_HUGE_PAGES AND NOT PROJECT_BINARY_DIR MATCHES "[ :]" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU"
   AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" AND asymptest_huge_pages_of_system MATCHES "\\[madvise\\]")
  set(asymptest_huge_pages "${PROJECT_BINARY_DIR}/huge_pages.so")
  set(asymptest_huge_pages_source "${CMAKE_CURRENT_LIST_DIR}/huge_pages.c")
  if("${asymptest_huge_pages_source}" IS_NEWER_THAN "${asymptest_huge_pages}")
    # Now rather than by a rule of the build: each file's rule would have to wait for it.
    execute_process(COMMAND "${CMAKE_CXX_COMPILER}" -x c -O2 -Wall -Wextra -Werror -shared -fPIC
                            "${asymptest_huge_pages_source}" -o "${asymptest_huge_pages}" RESULT_VARIABLE failed)
    if(failed)
      file(REMOVE "${asymptest_huge_pages}")
    endif()
  endif()
  if(EXISTS "${asymptest_huge_pages}")
    set(CMAKE_CXX_COMPILER_LAUNCHER env "LD_PRELOAD=${asymptest_huge_pages}" GLIBC_TUNABLES=glibc.malloc.hugetlb=1
                                    ${CMAKE_CXX_COMPILER_LAUNCHER})
  endif()
endif()
