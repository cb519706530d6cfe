# Chooses LLVM and, before project(), the clang of the same major as compiler.
#
# A clang-tidy module must be built by clang, and one compiler for everything
# keeps ccache warm. FEARLESS_LLVM_DIR names an installation (/usr/lib/llvm-22);
# otherwise the newest of the supported majors is taken. Whoever sets
# CMAKE_CXX_COMPILER, or CXX in the environment, is obeyed.
set(FEARLESS_LLVM_DIR "" CACHE PATH "LLVM installation to build against")
set(FEARLESS_LLVM_MAJORS 22 21 20 19)
if(NOT FEARLESS_LLVM_DIR)
  foreach(major ${FEARLESS_LLVM_MAJORS})
    if(EXISTS /usr/lib/llvm-${major}/lib/cmake/clang/ClangConfig.cmake)
      set(FEARLESS_LLVM_DIR /usr/lib/llvm-${major} CACHE PATH "" FORCE)
      break()
    endif()
  endforeach()
endif()
if(NOT EXISTS "${FEARLESS_LLVM_DIR}/lib/cmake/clang/ClangConfig.cmake")
  message(FATAL_ERROR "No LLVM 19 to 22 with Clang's development files was found"
    " (FEARLESS_LLVM_DIR is '${FEARLESS_LLVM_DIR}')."
    " Run scripts/install-deps, or set FEARLESS_LLVM_DIR.")
endif()

if(NOT CMAKE_CXX_COMPILER AND NOT DEFINED ENV{CXX}
   AND EXISTS ${FEARLESS_LLVM_DIR}/bin/clang++)
  set(CMAKE_CXX_COMPILER ${FEARLESS_LLVM_DIR}/bin/clang++ CACHE FILEPATH "")
endif()
if(NOT CMAKE_C_COMPILER AND NOT DEFINED ENV{CC}
   AND EXISTS ${FEARLESS_LLVM_DIR}/bin/clang)
  set(CMAKE_C_COMPILER ${FEARLESS_LLVM_DIR}/bin/clang CACHE FILEPATH "")
endif()
