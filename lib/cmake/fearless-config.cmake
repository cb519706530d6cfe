# find_package(fearless): the runtime, and the checker as part of a build.
#
#   find_package(fearless REQUIRED COMPONENTS runtime)
#   target_link_libraries(app PRIVATE fearless::runtime)
#
#   find_package(fearless COMPONENTS checker)
#   fearless_check(app)
#
# Each can be installed without the other. Without COMPONENTS: what is there.

foreach(_fearless_component runtime checker)
  if(EXISTS "${CMAKE_CURRENT_LIST_DIR}/fearless-${_fearless_component}.cmake")
    set(fearless_${_fearless_component}_FOUND TRUE)
  else()
    set(fearless_${_fearless_component}_FOUND FALSE)
  endif()
endforeach()

set(_fearless_wanted ${fearless_FIND_COMPONENTS})
if(NOT _fearless_wanted)
  set(_fearless_wanted runtime checker)
endif()

foreach(_fearless_component IN LISTS _fearless_wanted)
  if(fearless_${_fearless_component}_FOUND)
    include("${CMAKE_CURRENT_LIST_DIR}/fearless-${_fearless_component}.cmake")
  elseif(fearless_FIND_REQUIRED_${_fearless_component})
    set(fearless_FOUND FALSE)
    if(_fearless_component MATCHES "^(runtime|checker)$")
      set(fearless_NOT_FOUND_MESSAGE
          "fearless is installed here without its component '${_fearless_component}'")
    else()
      set(fearless_NOT_FOUND_MESSAGE
          "fearless has no component '${_fearless_component}': it has runtime and checker")
    endif()
    return()
  endif()
endforeach()
