# fearless_room(NAME SOURCES … USES …) declares a room of checker/: an object
# library that may include the rooms it USES. With CLANG it sees Clang's headers.
# Rooms link nothing themselves: the command-line tool links libLLVM and
# libclang-cpp, while plugin and tidy module resolve against their host.
function(fearless_room name)
  cmake_parse_arguments(ARG "CLANG" "" "SOURCES;USES" ${ARGN})
  string(REPLACE "/" "_" target fearless_${name})
  add_library(${target} OBJECT ${ARG_SOURCES})
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/checker
                                              ${CMAKE_BINARY_DIR}/checker)
  target_include_directories(${target} SYSTEM PUBLIC ${LLVM_INCLUDE_DIRS})
  if(ARG_CLANG)
    target_include_directories(${target} SYSTEM PUBLIC ${CLANG_INCLUDE_DIRS})
  endif()
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wno-unused-parameter
                         -fno-exceptions -fvisibility-inlines-hidden)
  if(NOT LLVM_ENABLE_RTTI)
    target_compile_options(${target} PRIVATE -fno-rtti)
  endif()
endfunction()
