// SPDX-License-Identifier: MIT
#include "lint/config/Schemas.h"

#include "lint/config/EmbeddedData.h"
#include "lint/model/Templates.h"
#include "lint/support/Suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace wikivet {

namespace {

class SchemaReader {
public:
  explicit SchemaReader(Problems &problems) : problems(&problems) {}

  TemplateSchema read(const YamlNode &yaml) {
    TemplateSchema schema;
    if (!readKeys(yaml, "a schema",
                  {"schema", "language", "templates", "parameters", "exclusive", "renamed"},
                  *problems))
      return schema;
    schema.id = readText(yaml, "schema", *problems);
    schema.language = readText(yaml, "language", *problems);
    for (const YamlEntry &entry : entries(yaml, "templates"))
      if (readKeys(entry.value, entry.key, {"needs"}, *problems))
        schema.templates.emplace(normalizeTemplateName(entry.key),
                                 readStrings(entry.value, "needs", *problems));
    std::vector<std::vector<std::string>> aliases;
    for (const YamlEntry &entry : entries(yaml, "parameters")) {
      schema.parameters.push_back(readParameter(entry));
      aliases.push_back(readStrings(entry.value, "aliases", *problems));
    }
    if (const YamlNode *exclusive = yaml.find("exclusive"))
      for (const YamlNode &group : exclusive->list())
        if (auto names = readStringList(group, "exclusive", *problems))
          schema.exclusive.push_back(std::move(*names));
    for (const YamlEntry &entry : entries(yaml, "renamed"))
      schema.renamed.push_back(readRenamed(entry));
    if (std::string twice = schema.index(aliases); !twice.empty())
      problems->push_back(
          {yaml.span, fmt::format("two parameters of the schema are called '{}'", twice)});
    checkNames(schema, yaml.span);
    return schema;
  }

private:
  /// What refers to a parameter must name one that is read.
  void checkNames(const TemplateSchema &schema, Span place) {
    auto check = [&](const std::string &name) {
      if (!schema.meaning(name).parameter)
        problems->push_back({place, fmt::format("no parameter of the schema is called '{}'{}", name,
                                                didYouMean(name, schema.names()))});
    };
    for (const auto &[name, needs] : schema.templates)
      std::ranges::for_each(needs, check);
    for (const SchemaParameter &parameter : schema.parameters)
      std::ranges::for_each(parameter.with, check);
    for (const auto &group : schema.exclusive)
      std::ranges::for_each(group, check);
    for (const RenamedParameter &renamed : schema.renamed)
      if (!renamed.to.empty())
        check(renamed.to);
  }

  std::span<const YamlEntry> entries(const YamlNode &yaml, std::string_view key) {
    const YamlNode *map = findMap(yaml, key, *problems);
    return map ? std::span<const YamlEntry>(map->entries) : std::span<const YamlEntry>();
  }

  SchemaParameter readParameter(const YamlEntry &entry) {
    SchemaParameter parameter;
    parameter.name = entry.key;
    if (!readKeys(entry.value, entry.key, {"aliases", "type", "values", "with", "most"}, *problems))
      return parameter;
    if (const YamlNode *type = entry.value.find("type"))
      parameter.type = readWord(*type, "type", valueTypeWords, *problems).value_or(ValueType::Text);
    parameter.values = readStrings(entry.value, "values", *problems);
    parameter.with = readStrings(entry.value, "with", *problems);
    if (const YamlNode *most = entry.value.find("most"))
      parameter.most = readInteger(*most, "most", *problems).value_or(0);
    return parameter;
  }

  RenamedParameter readRenamed(const YamlEntry &entry) {
    RenamedParameter renamed;
    renamed.name = entry.key;
    if (!readKeys(entry.value, entry.key, {"to", "values", "hint"}, *problems))
      return renamed;
    renamed.to = readText(entry.value, "to", *problems);
    renamed.hint = readText(entry.value, "hint", *problems);
    for (const YamlEntry &value : entries(entry.value, "values"))
      renamed.values.emplace(value.key, readString(value.value, value.key, *problems).value_or(""));
    if (renamed.to.empty() == renamed.hint.empty())
      problems->push_back(
          {entry.keySpan, fmt::format("'{}' needs either 'to' or 'hint'", entry.key)});
    return renamed;
  }

  Problems *problems;
};

std::shared_ptr<const TemplateSchema> loadSchema(const YamlNode &yaml, Problems &problems) {
  size_t before = problems.size();
  TemplateSchema schema = SchemaReader(problems).read(yaml);
  if (problems.size() > before)
    return nullptr;
  return std::make_shared<const TemplateSchema>(std::move(schema));
}

} // namespace

std::shared_ptr<const TemplateSchema> findSchema(const YamlNode &yaml, Problems &problems) {
  static const auto builtin = loadEmbedded<TemplateSchema>(embeddedSchemas(), loadSchema);
  if (yaml.kind == YamlKind::Map)
    return loadSchema(yaml, problems);
  std::vector<std::string> ids;
  ids.reserve(builtin.size());
  for (const auto &schema : builtin)
    ids.push_back(schema->id);
  std::optional<size_t> index = readChoice(yaml, "schema", ids, problems);
  return index ? builtin[*index] : nullptr;
}

} // namespace wikivet
