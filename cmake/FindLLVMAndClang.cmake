# Finds LLVM and the Clang beside it. FEARLESS_LLVM_DIR names an installation
# (/usr/lib/llvm-22); otherwise the newest of the supported majors is taken.
set(FEARLESS_LLVM_DIR "" CACHE PATH "LLVM installation to build against")
if(NOT FEARLESS_LLVM_DIR)
  foreach(major 22 21 20 19)
    if(EXISTS /usr/lib/llvm-${major}/lib/cmake/clang/ClangConfig.cmake)
      set(FEARLESS_LLVM_DIR /usr/lib/llvm-${major} CACHE PATH "" FORCE)
      break()
    endif()
  endforeach()
endif()
if(NOT FEARLESS_LLVM_DIR)
  message(FATAL_ERROR "No LLVM 19 to 22 with Clang's development files was found. "
    "Run scripts/install-deps, or set FEARLESS_LLVM_DIR.")
endif()
find_package(LLVM REQUIRED CONFIG
             HINTS ${FEARLESS_LLVM_DIR}/lib/cmake/llvm NO_DEFAULT_PATH)
find_package(Clang REQUIRED CONFIG
             HINTS ${FEARLESS_LLVM_DIR}/lib/cmake/clang NO_DEFAULT_PATH)
message(STATUS "LLVM ${LLVM_PACKAGE_VERSION} in ${FEARLESS_LLVM_DIR}")
