# Writes a C++ file with the tables declared in lint/rule/Registry.h.
set(out "// Generated from the files in rules/. Do not edit.
#include \"lint/rule/Registry.h\"

#include <array>

namespace wikivet {

")
set(table "")
set(index 0)
foreach(file IN LISTS RULES)
  get_filename_component(name ${file} NAME)
  get_filename_component(folder ${file} DIRECTORY)
  get_filename_component(group ${folder} NAME)
  # As bytes: a string literal has a length limit, and CMake would change some characters of a text.
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND out "static constexpr char rule${index}[] = {${bytes}'\\0'};\n")
  string(APPEND table "    EmbeddedRule{\"${group}\", \"${name}\", {rule${index}, sizeof(rule${index}) - 1}},\n")
  math(EXPR index "${index} + 1")
endforeach()
list(LENGTH RULES rule_count)
string(APPEND out "static constexpr std::array<EmbeddedRule, ${rule_count}> rules = {{\n${table}}};\n\n")

set(table "")
foreach(file IN LISTS CHECKS)
  get_filename_component(name ${file} NAME_WE)
  string(REPLACE "-" "_" id ${name})
  string(APPEND out "std::unique_ptr<Check> makeCheck_${id}(const RuleSpec &, const Options &);\n")
  string(APPEND table "    NamedCheck{\"${name}\", makeCheck_${id}},\n")
endforeach()
list(LENGTH CHECKS check_count)
string(APPEND out "
static constexpr std::array<NamedCheck, ${check_count}> checks = {{\n${table}}};

std::span<const EmbeddedRule> embeddedRules() { return rules; }
std::span<const NamedCheck> embeddedChecks() { return checks; }

} // namespace wikivet
")
file(WRITE ${OUTPUT} "${out}")
