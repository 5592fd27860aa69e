# Builds the web application and compiles its files into the program, so that one binary serves everything without Node.
#
#   credence_embed_web(OUT_VARIABLE)   sets it to the generated source; with CREDENCE_WEB off the program has no such files
#
# Run as a script (cmake -P) it writes that source: each file's bytes by .incbin, as they are and packed.

if(CMAKE_SCRIPT_MODE_FILE)
  set(files)
  if(WEB)
    file(GLOB_RECURSE files RELATIVE ${WEB} ${WEB}/*)
    list(FILTER files EXCLUDE REGEX "\\.(br|gz)$")
    list(SORT files)
  endif()
  set(bytes "")
  set(table "")
  set(number 0)
  foreach(name IN LISTS files)
    file(SHA256 ${WEB}/${name} hash)
    string(SUBSTRING ${hash} 0 24 hash)
    set(entry "\"/${name}\", \"${hash}\"")
    foreach(ending "" ".br" ".gz")
      if(EXISTS ${WEB}/${name}${ending})
        set(symbol credence_web_${number})
        string(APPEND bytes "asm(\".section .rodata\\n.global ${symbol}\\n${symbol}: .incbin \\\"${WEB}/${name}${ending}\\\"\\n\"\n"
                            "    \".global ${symbol}_end\\n${symbol}_end: .byte 0\\n.previous\\n\");\n"
                            "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
        string(APPEND entry ", {${symbol}, ${symbol}_end}")
        math(EXPR number "${number} + 1")
      else()
        string(APPEND entry ", {}")
      endif()
    endforeach()
    string(APPEND table "    {${entry}},\n")
  endforeach()
  file(WRITE ${OUT}.part "#include \"http/web_files.h\"\n\n${bytes}\nnamespace credence::http {\n\n"
                         "const std::vector<WebFile>& web_files() {\n  static const std::vector<WebFile> all = {\n${table}  };\n"
                         "  return all;\n}\n\n}  // namespace credence::http\n")
  file(RENAME ${OUT}.part ${OUT})
  return()
endif()

function(credence_embed_web out)
  set(generated ${PROJECT_BINARY_DIR}/embedded_web.cc)
  set(script ${PROJECT_SOURCE_DIR}/cmake/EmbedWeb.cmake)
  if(CREDENCE_WEB)
    set(web ${PROJECT_BINARY_DIR}/web)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/src/* ${PROJECT_SOURCE_DIR}/web/public/*)
    list(FILTER sources EXCLUDE REGEX "\\.test\\.ts$")
    foreach(name index.html work.html kiosk.html vite.config.ts package-lock.json tools/compress.mjs)
      list(APPEND sources ${PROJECT_SOURCE_DIR}/web/${name})
    endforeach()
    set(build COMMAND ${PROJECT_SOURCE_DIR}/tools/build-web ${web})
  endif()
  add_custom_command(
    OUTPUT ${generated}
    ${build}
    COMMAND ${CMAKE_COMMAND} -DWEB=${web} -DOUT=${generated} -P ${script}
    DEPENDS ${sources} ${script} ${PROJECT_SOURCE_DIR}/tools/build-web
    COMMENT "Building and embedding the web application")
  set(${out} ${generated} PARENT_SCOPE)
endfunction()
