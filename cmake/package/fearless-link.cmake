# Analyses the facts beside the objects that the file OBJECTS lists, and touches
# STAMP if there is nothing to report.
file(STRINGS "${OBJECTS}" objects)
set(facts "")
set(missing "")
foreach(object IN LISTS objects)
  # a.cpp.o, a.cpp.facts; resources and assembly have none.
  if(NOT object MATCHES "\\.(c|cc|cpp|cxx|c\\+\\+|C|CPP|cppm|ixx)\\.o(bj)?$")
    continue()
  endif()
  string(REGEX REPLACE "\\.o(bj)?$" ".facts" file "${object}")
  if(EXISTS "${file}")
    list(APPEND facts "${file}")
  else()
    string(APPEND missing "\n  ${file}")
  endif()
endforeach()
if(missing)
  message(FATAL_ERROR "fearless: these facts are not there; the compiler plugin writes "
    "them when the object is compiled, so remove the objects and build again:${missing}")
endif()
separate_arguments(options UNIX_COMMAND "${OPTIONS}")
execute_process(COMMAND "${FEARLESS}" link --root "${ROOT}" ${options} ${facts}
                RESULT_VARIABLE code)
if(code EQUAL 1)
  message(FATAL_ERROR "fearless: findings, see above; FEARLESS_OPTIONS, .fearless.yaml and "
    "a baseline say what is reported")
elseif(NOT code EQUAL 0)
  message(FATAL_ERROR "fearless: 'fearless link' ended with ${code}")
endif()
file(TOUCH "${STAMP}")
