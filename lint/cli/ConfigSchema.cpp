// SPDX-License-Identifier: MIT
#include "lint/cli/ConfigSchema.h"

#include "lint/config/Config.h"
#include "lint/config/Wikis.h"

#include <nlohmann/json.hpp>

namespace wikivet {

using Json = nlohmann::ordered_json;

static Json words(std::string_view docs) {
  return {{"description", docs},
          {"anyOf", {{{"type", "string"}}, {{"type", "array"}, {"items", {{"type", "string"}}}}}}};
}

static Json optionType(OptionType type) {
  switch (type) {
  case OptionType::Boolean:
    return {{"type", "boolean"}};
  case OptionType::Integer:
    return {{"type", "integer"}};
  case OptionType::Number:
    return {{"type", "number"}};
  case OptionType::String:
    return {{"type", "string"}};
  case OptionType::Regex:
    return {{"type", "string"}, {"format", "regex"}};
  case OptionType::StringList:
    return {
        {"anyOf",
         {{{"type", "string"}}, {{"type", "array"}, {"items", {{"type", {"string", "number"}}}}}}}};
  }
  return {};
}

static Json ruleSchema(const RuleSpec &spec) {
  Json options = Json::object();
  for (const auto &[name, option] : spec.options) {
    options[name] = optionType(option.type);
    options[name]["description"] = option.docs;
  }
  Json map = {{"type", "object"},
              {"additionalProperties", false},
              {"properties",
               {{"severity", {{"$ref", "#/$defs/severity"}}},
                {"options",
                 {{"type", "object"}, {"additionalProperties", false}, {"properties", options}}}}}};
  return {{"description", spec.summary}, {"anyOf", {{{"$ref", "#/$defs/severity"}}, map}}};
}

std::string configSchema(const Registry &registry) {
  Json rules = Json::object();
  for (const RegisteredRule &rule : registry.rules()) {
    rules[rule.spec.name] = ruleSchema(rule.spec);
    for (const std::string &alias : rule.spec.aliases)
      rules[alias] = {{"$ref", "#/$defs/rules/properties/" + rule.spec.name}};
  }
  Json layer = {{"select", words("Rules, groups, tags, aliases or patterns of them to add.")},
                {"ignore", words("Rules, groups, tags, aliases or patterns of them to leave out.")},
                {"rules", {{"$ref", "#/$defs/rules"}}}};
  Json override = layer;
  override["paths"] = words("Globs of paths.");
  override["titles"] = words("Globs of page titles.");
  override["wikis"] = words("Ids or languages of wikis.");
  override["namespaces"] = {
      {"description", "Numbers of namespaces."},
      {"anyOf", {{{"type", "integer"}}, {{"type", "array"}, {"items", {{"type", "integer"}}}}}}};
  Json properties = layer;
  properties["extends"] = words("Presets or files to start from.");
  properties["extends"]["examples"] = presetNames();
  properties["rule-paths"] = words("Rule files, or folders of them, to add.");
  properties["wiki"] = {{"type", "string"},
                        {"description", "Id or language of the pages' wiki, or a data file."},
                        {"examples", wikiNames()}};
  properties["overrides"] = {
      {"type", "array"},
      {"description", "Other choices for some pages."},
      {"items", {{"type", "object"}, {"additionalProperties", false}, {"properties", override}}}};
  properties["fail-on"] = {{"enum", Threshold::names}};
  properties["baseline"] = {{"type", "string"},
                            {"description", "File of findings that are known."}};
  properties["suppressions"] = {{"type", "string"},
                                {"description", "File of findings that editors have judged."}};
  properties["today"] = {{"type", "string"},
                         {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
                         {"description", "Day from which ages are measured; that of the run."}};
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"title", "Configuration of wikivet"},
                 {"type", {"object", "null"}},
                 {"additionalProperties", false},
                 {"properties", properties},
                 {"$defs",
                  {{"severity", {{"enum", {"off", "info", "warning", "error"}}}},
                   {"rules",
                    {{"type", "object"},
                     {"description", "Severity and options of single rules."},
                     {"additionalProperties", false},
                     {"properties", rules}}}}}};
  return schema.dump(2);
}

} // namespace wikivet
