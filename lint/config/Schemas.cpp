// SPDX-License-Identifier: MIT
#include "lint/config/Schemas.h"

#include "lint/model/Templates.h"
#include "lint/rule/Embedded.h"
#include "lint/support/Suggest.h"
#include "lint/support/YamlImage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

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
    if (const YamlNode *id = yaml.find("schema"))
      schema.id = readString(*id, "schema", *problems).value_or("");
    if (const YamlNode *language = yaml.find("language"))
      schema.language = readString(*language, "language", *problems).value_or("");
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

  const std::vector<YamlEntry> &entries(const YamlNode &yaml, std::string_view key) {
    static const std::vector<YamlEntry> none;
    const YamlNode *value = yaml.find(key);
    if (!value)
      return none;
    if (value->kind != YamlKind::Map)
      problems->push_back({value->span, fmt::format("'{}' must be a map", key)});
    return value->entries;
  }

  SchemaParameter readParameter(const YamlEntry &entry) {
    SchemaParameter parameter;
    parameter.name = entry.key;
    if (!readKeys(entry.value, entry.key, {"aliases", "type", "values", "with", "most"}, *problems))
      return parameter;
    if (const YamlNode *type = entry.value.find("type")) {
      std::vector<std::string> names;
      for (ValueType value : allValueTypes())
        names.emplace_back(valueTypeName(value));
      if (auto index = readChoice(*type, "type", names, *problems))
        parameter.type = allValueTypes()[*index];
    }
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
    if (const YamlNode *to = entry.value.find("to"))
      renamed.to = readString(*to, "to", *problems).value_or("");
    if (const YamlNode *hint = entry.value.find("hint"))
      renamed.hint = readString(*hint, "hint", *problems).value_or("");
    for (const YamlEntry &value : entries(entry.value, "values"))
      renamed.values.emplace(value.key, readString(value.value, value.key, *problems).value_or(""));
    if (renamed.to.empty() == renamed.hint.empty())
      problems->push_back(
          {entry.keySpan, fmt::format("'{}' needs either 'to' or 'hint'", entry.key)});
    return renamed;
  }

  Problems *problems;
};

struct NamedSchema {
  std::string id;
  std::shared_ptr<const TemplateSchema> schema;
};

const std::vector<NamedSchema> &builtinSchemas() {
  static const std::vector<NamedSchema> schemas = [] {
    std::vector<NamedSchema> list;
    for (const EmbeddedFile &file : embeddedSchemas()) {
      Problems problems;
      auto schema = loadSchema(decodeYaml(file.image), problems);
      for (const Problem &problem : problems)
        fmt::print(stderr, "rules/schemas/{}: {}\n", file.name, problem.message);
      assert(schema && "a built-in schema is wrong");
      if (schema)
        list.push_back({schema->id, schema});
    }
    return list;
  }();
  return schemas;
}

} // namespace

std::shared_ptr<const TemplateSchema> loadSchema(const YamlNode &yaml, Problems &problems) {
  size_t before = problems.size();
  TemplateSchema schema = SchemaReader(problems).read(yaml);
  if (problems.size() > before)
    return nullptr;
  return std::make_shared<const TemplateSchema>(std::move(schema));
}

std::shared_ptr<const TemplateSchema> findSchema(const YamlNode &yaml, Problems &problems) {
  if (yaml.kind == YamlKind::Map)
    return loadSchema(yaml, problems);
  std::vector<std::string> ids;
  for (const NamedSchema &named : builtinSchemas())
    ids.push_back(named.id);
  std::optional<size_t> index = readChoice(yaml, "schema", ids, problems);
  return index ? builtinSchemas()[*index].schema : nullptr;
}

} // namespace wikivet
