# Finds the LLVM chosen by ChooseCompiler and the Clang beside it.
find_package(LLVM REQUIRED CONFIG
             HINTS ${FEARLESS_LLVM_DIR}/lib/cmake/llvm NO_DEFAULT_PATH)
find_package(Clang REQUIRED CONFIG
             HINTS ${FEARLESS_LLVM_DIR}/lib/cmake/clang NO_DEFAULT_PATH)
message(STATUS "LLVM ${LLVM_PACKAGE_VERSION} in ${FEARLESS_LLVM_DIR}")
