# fearless_check(): see fearless-checker.cmake.

# Whether all compilers of the project load the plugin.
function(_fearless_plugin_fits result)
  set(${result} FALSE PARENT_SCOPE)
  if(NOT EXISTS "${FEARLESS_PLUGIN}")
    return()
  endif()
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  foreach(language IN LISTS languages)
    if(NOT language MATCHES "^(C|CXX)$")
      continue()
    endif()
    string(REGEX MATCH "^[0-9]+" major "${CMAKE_${language}_COMPILER_VERSION}")
    if(NOT CMAKE_${language}_COMPILER_ID STREQUAL "Clang"
       OR NOT major EQUAL FEARLESS_CLANG_MAJOR)
      return()
    endif()
  endforeach()
  set(${result} TRUE PARENT_SCOPE)
endfunction()

# A compiler cache hands out objects without facts.
function(_fearless_bypass_cache target)
  foreach(language C CXX)
    get_target_property(launcher ${target} ${language}_COMPILER_LAUNCHER)
    if(launcher MATCHES "s?ccache")
      set_target_properties(${target} PROPERTIES ${language}_COMPILER_LAUNCHER
        "${CMAKE_COMMAND};-E;env;CCACHE_DISABLE=1;${launcher}")
    endif()
  endforeach()
endfunction()

function(_fearless_use_plugin target)
  # ';' separates arguments of a command.
  set(options "-fplugin=${FEARLESS_PLUGIN}" -fplugin-arg-fearless-facts
              "-fplugin-arg-fearless-root=${FEARLESS_ROOT}")
  target_compile_options(${target} PRIVATE "$<$<COMPILE_LANGUAGE:C,CXX>:${options}>")
  _fearless_bypass_cache(${target})
endfunction()

# Analyses what the plugin left beside the objects of the targets.
function(_fearless_link_facts name stamp)
  set(objects "")
  foreach(target IN LISTS ARGN)
    list(APPEND objects "$<TARGET_OBJECTS:${target}>")
  endforeach()
  set(list "${CMAKE_CURRENT_BINARY_DIR}/fearless/${name}-$<CONFIG>.objects")
  file(GENERATE OUTPUT "${list}" CONTENT "$<JOIN:${objects},\n>\n")
  add_custom_command(
    OUTPUT "${stamp}"
    COMMAND "${CMAKE_COMMAND}" "-DFEARLESS=${FEARLESS_EXECUTABLE}" "-DOBJECTS=${list}"
            "-DROOT=${FEARLESS_ROOT}" "-DOPTIONS=${FEARLESS_OPTIONS}"
            "-DSTAMP=${stamp}" -P "${FEARLESS_LINK_SCRIPT}"
    DEPENDS ${ARGN} "${list}" "${FEARLESS_EXECUTABLE}"
    WORKING_DIRECTORY "${FEARLESS_ROOT}"
    COMMENT "fearless: analysing ${name}"
    VERBATIM)
endfunction()

# Another compiler: fearless compiles for itself, by the compilation database.
function(_fearless_check_database stamp)
  separate_arguments(options UNIX_COMMAND "${FEARLESS_OPTIONS}")
  add_custom_command(
    OUTPUT "${stamp}"
    COMMAND "${FEARLESS_EXECUTABLE}" check -p "${CMAKE_BINARY_DIR}"
            --root "${FEARLESS_ROOT}" ${options}
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS ${ARGN} "${FEARLESS_EXECUTABLE}"
    WORKING_DIRECTORY "${FEARLESS_ROOT}"
    COMMENT "fearless: analysing the files of the compilation database"
    VERBATIM)
endfunction()

# fearless_check(TARGET…): the targets, of this directory or others, are one
# program. The first gives it its name.
function(fearless_check name)
  if(NOT FEARLESS_ENABLE)
    return()
  endif()
  set(targets ${name} ${ARGN})
  foreach(target IN LISTS targets)
    if(NOT TARGET ${target})
      message(FATAL_ERROR "fearless_check: '${target}' is no target; call "
                          "fearless_check() after the targets are defined")
    endif()
    set_target_properties(${target} PROPERTIES EXPORT_COMPILE_COMMANDS ON)
  endforeach()

  set(stamp "${CMAKE_CURRENT_BINARY_DIR}/fearless/${name}.stamp")
  _fearless_plugin_fits(fits)
  if(fits)
    foreach(target IN LISTS targets)
      _fearless_use_plugin(${target})
    endforeach()
    _fearless_link_facts(${name} "${stamp}" ${targets})
  else()
    message(STATUS "fearless: the compiler is not Clang ${FEARLESS_CLANG_MAJOR}: no "
                   "warnings while compiling; fearless-check-${name} analyses the "
                   "compilation database")
    _fearless_check_database("${stamp}" ${targets})
  endif()

  add_custom_target(fearless-check-${name} DEPENDS "${stamp}")
  if(NOT TARGET fearless-check)
    add_custom_target(fearless-check)
  endif()
  add_dependencies(fearless-check fearless-check-${name})
endfunction()
