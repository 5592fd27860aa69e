# One helper: a floor is a library, its unit-test program, and one line in the table the tidy test reads.
#
#   credence_floor(domain DEPENDS base LIBRARIES ICU::uc)
#
# Sources are everything below src/<name>/; `x_test.cc` beside `x.cc` goes into <name>_test. Globbing with
# CONFIGURE_DEPENDS means a forgotten test file is impossible. Every header must compile alone.

set_property(GLOBAL PROPERTY credence_floors "")

function(credence_floor name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES;SOURCES" ${ARGN})
  set(root ${PROJECT_SOURCE_DIR}/src/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${root}/*.cc)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${root}/*.h)

  add_library(credence_${name} STATIC ${sources} ${ARG_SOURCES})
  target_sources(credence_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src
                                         FILES ${headers})
  target_include_directories(credence_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  set(floor_targets ${ARG_DEPENDS})
  list(TRANSFORM floor_targets PREPEND credence_)
  target_link_libraries(credence_${name} PUBLIC ${floor_targets} ${ARG_LIBRARIES})

  string(JOIN " " allowed ${ARG_DEPENDS})
  set_property(GLOBAL APPEND PROPERTY credence_floors "${name}: ${allowed}")

  if(CREDENCE_TESTS AND tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE credence_${name} credence_test_support)
    add_test(NAME ${name} COMMAND ${name}_test)
    set_tests_properties(${name} PROPERTIES
      ENVIRONMENT "CREDENCE_SOURCE=${PROJECT_SOURCE_DIR}" TIMEOUT 600)
  endif()
endfunction()

# Writes build/floors.txt, the table tests/tidy reads; called once, after the last floor.
function(credence_write_floors)
  get_property(floors GLOBAL PROPERTY credence_floors)
  string(JOIN "\n" text ${floors})
  file(WRITE ${PROJECT_BINARY_DIR}/floors.txt "${text}\n")
endfunction()
