# SPDX-License-Identifier: Apache-2.0
# ancrage_embed_catalogues(TARGET PO…): compiles each .po with msgfmt and adds one generated source to the target that
# defines ancrage::catalogues(). A malformed catalogue stops the build.
# Run as a script (cmake -DOUTPUT=… -DCATALOGUES=tag=file.mo,… -P) it writes that source.
if(CMAKE_SCRIPT_MODE_FILE)
  set(arrays "")
  set(entries "")
  string(REPLACE "," ";" catalogues "${CATALOGUES}")
  foreach(catalogue IN LISTS catalogues)
    string(REGEX MATCH "^([A-Za-z_]+)=(.*)$" matched "${catalogue}")
    set(tag ${CMAKE_MATCH_1})
    file(READ "${CMAKE_MATCH_2}" bytes HEX)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
    string(APPEND arrays "constexpr unsigned char ${tag}_bytes[] = {${bytes}};\n")
    string(APPEND entries "Catalogue{\"${tag}\", ${tag}_bytes},")
    math(EXPR count "${count} + 1")
  endforeach()
  file(WRITE "${OUTPUT}" "// SPDX-License-Identifier: Apache-2.0
// Generated from engine/messages/*.po by engine/cmake/AncrageCatalogues.cmake.
#include \"ancrage/base/catalogues.hpp\"

#include <array>

namespace ancrage {
namespace {
${arrays}constexpr std::array<Catalogue, ${count}> entries{${entries}};
}  // namespace

std::span<const Catalogue> catalogues() { return entries; }

}  // namespace ancrage
")
  return()
endif()

find_program(ANCRAGE_MSGFMT msgfmt REQUIRED)

set(ANCRAGE_CATALOGUES_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(ancrage_embed_catalogues target)
  set(compiled "")
  set(pairs "")
  foreach(po IN LISTS ARGN)
    get_filename_component(tag ${po} NAME_WE)
    set(mo ${CMAKE_CURRENT_BINARY_DIR}/messages/${tag}.mo)
    get_filename_component(po ${po} ABSOLUTE)
    add_custom_command(OUTPUT ${mo}
      COMMAND ${ANCRAGE_MSGFMT} --check-format --check-domain --output-file=${mo} ${po}
      DEPENDS ${po}
      COMMENT "Compiling the messages of ${tag}"
      VERBATIM)
    list(APPEND compiled ${mo})
    list(APPEND pairs "${tag}=${mo}")
  endforeach()
  string(REPLACE ";" "," pairs "${pairs}")
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/messages)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/messages/catalogues.cpp)
  add_custom_command(OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generated} -DCATALOGUES=${pairs} -P ${ANCRAGE_CATALOGUES_SCRIPT}
    DEPENDS ${compiled} ${ANCRAGE_CATALOGUES_SCRIPT}
    COMMENT "Embedding the message catalogues"
    VERBATIM)
  target_sources(${target} PRIVATE ${generated})
endfunction()
