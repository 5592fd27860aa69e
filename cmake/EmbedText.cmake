# Compiles a text file into the program.
#
#   credence_embed_text(OUT_VARIABLE FILE NAMESPACE SYMBOL)   sets it to a source that defines
#                                                             `extern const std::string_view NAMESPACE::SYMBOL`

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${FILE} content)
  file(WRITE ${OUT} "#include <string_view>\n\nnamespace ${NAMESPACE} {\n"
                    "extern const std::string_view ${SYMBOL};\n"
                    "const std::string_view ${SYMBOL} = R\"TEXT(${content})TEXT\";\n}\n")
  return()
endif()

function(credence_embed_text out file namespace symbol)
  set(generated ${PROJECT_BINARY_DIR}/${symbol}.cc)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DFILE=${PROJECT_SOURCE_DIR}/${file} -DOUT=${generated} -DNAMESPACE=${namespace}
            -DSYMBOL=${symbol} -P ${PROJECT_SOURCE_DIR}/cmake/EmbedText.cmake
    DEPENDS ${PROJECT_SOURCE_DIR}/${file} ${PROJECT_SOURCE_DIR}/cmake/EmbedText.cmake
    COMMENT "Embedding ${file}")
  set(${out} ${generated} PARENT_SCOPE)
endfunction()
