# Writes NodeKind.h from the grammar's node-types.json: one enumerator for each named node.
file(READ ${INPUT} json)
string(JSON count LENGTH "${json}")
math(EXPR last "${count} - 1")
set(names "")
foreach(i RANGE ${last})
  string(JSON named GET "${json}" ${i} named)
  if(named)
    string(JSON name GET "${json}" ${i} type)
    list(APPEND names ${name})
  endif()
endforeach()
list(SORT names)
list(LENGTH names count)

set(enumerators "")
set(strings "")
foreach(name IN LISTS names)
  string(REPLACE "_" ";" words ${name})
  set(camel "")
  foreach(word IN LISTS words)
    string(SUBSTRING ${word} 0 1 first)
    string(SUBSTRING ${word} 1 -1 rest)
    string(TOUPPER ${first} first)
    string(APPEND camel ${first}${rest})
  endforeach()
  string(APPEND enumerators "  ${camel},\n")
  string(APPEND strings "    \"${name}\",\n")
endforeach()

file(WRITE ${OUTPUT} "// Generated from grammar/src/node-types.json. Do not edit.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace wikivet {

/// The named nodes of the grammar, in the order of their names.
enum class NodeKind : uint8_t {
${enumerators}};

inline constexpr size_t nodeKindCount = ${count};

inline constexpr std::array<std::string_view, nodeKindCount> nodeKindNames = {
${strings}};

/// The grammar's name of a kind, e.g. `table_cell`.
constexpr std::string_view nodeKindName(NodeKind kind) {
  return nodeKindNames[static_cast<size_t>(kind)];
}

constexpr std::optional<NodeKind> nodeKindFromName(std::string_view name) {
  const auto *found = std::ranges::lower_bound(nodeKindNames, name);
  if (found == nodeKindNames.end() || *found != name)
    return std::nullopt;
  return static_cast<NodeKind>(found - nodeKindNames.begin());
}

} // namespace wikivet
")
