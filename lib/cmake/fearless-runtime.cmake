# The component runtime: the target fearless::runtime.
include(CMakeFindDependencyMacro)
find_dependency(Threads)
include("${CMAKE_CURRENT_LIST_DIR}/fearless-runtime-targets.cmake")
