# Writes the C++ file with the table that lint/serve/Playground.h declares: FILES as arrays of bytes, into
# OUTPUT. index.html is served at /, others at their names.
set(types .html text/html .js text/javascript .css text/css .txt text/plain)
set(arrays "")
set(entries "")
set(index 0)
foreach(file ${FILES})
  get_filename_component(name ${file} NAME)
  get_filename_component(ending ${file} LAST_EXT)
  list(FIND types "${ending}" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "${file}: no media type is known for ${ending}")
  endif()
  math(EXPR place "${place} + 1")
  list(GET types ${place} type)
  set(path "/${name}")
  if(name STREQUAL "index.html")
    set(path "/")
  endif()
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND arrays "static constexpr char file${index}[] = {${bytes}};\n")
  string(APPEND entries "    {.path = \"${path}\", .type = \"${type}; charset=utf-8\", .content = {file${index}, sizeof(file${index})}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Generated from lint/serve/playground/dist. Do not edit.
#include \"lint/serve/Playground.h\"

namespace wikivet {

${arrays}
std::span<const PlaygroundFile> playgroundFiles() {
  static constexpr PlaygroundFile files[] = {
${entries}  };
  return files;
}

} // namespace wikivet
")
