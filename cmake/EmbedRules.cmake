# Compiles rules/**/*.yaml into the program, so that one binary is all a county needs.
#
#   credence_embed_rules(OUT_VARIABLE)   sets it to the generated source
#
# Run as a script (cmake -P) it writes that source: one raw string per file.

if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB_RECURSE files RELATIVE ${RULES} ${RULES}/*.yaml)
  list(SORT files)
  set(text "#include \"rulebook/rulebook.h\"\n\nnamespace credence::rulebook {\n\n")
  string(APPEND text "RuleFiles embedded_rule_files() {\n  return {\n")
  file(WRITE ${OUT}.part "${text}")
  foreach(name IN LISTS files)
    file(READ ${RULES}/${name} content)
    file(APPEND ${OUT}.part "{\"${name}\", R\"RULES(${content})RULES\"},\n")
  endforeach()
  file(APPEND ${OUT}.part "  };\n}\n\n}  // namespace credence::rulebook\n")
  file(RENAME ${OUT}.part ${OUT})
  return()
endif()

function(credence_embed_rules out)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*.yaml)
  set(generated ${PROJECT_BINARY_DIR}/embedded_rules.cc)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DRULES=${PROJECT_SOURCE_DIR}/rules -DOUT=${generated}
            -P ${PROJECT_SOURCE_DIR}/cmake/EmbedRules.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/EmbedRules.cmake
    COMMENT "Embedding the rules")
  set(${out} ${generated} PARENT_SCOPE)
endfunction()
