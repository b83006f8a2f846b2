// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/TemplateSchema.h"
#include "lint/model/Templates.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

class Document;

/// An argument of a call and what the schema says of it.
struct SchemaArgument {
  const Argument *argument;
  TemplateSchema::Meaning meaning;

  bool isEmpty() const { return argument->trimmed.empty(); }
  /// Whether it gives this parameter, named as the schema does.
  bool is(std::string_view parameter) const {
    return meaning.parameter && meaning.parameter->name == parameter;
  }
  bool is(ValueType type) const { return meaning.parameter && meaning.parameter->type == type; }
};

/// A call of a template whose parameters a schema describes, with at least one of them.
class SchemaCall {
public:
  SchemaCall(const Template &call, const TemplateSchema &schema);

  const Template *call;
  const TemplateSchema *schema;
  const std::vector<std::string> *needs; ///< parameters that this template can't do without
  std::vector<SchemaArgument> arguments; ///< as written; of arguments given twice, all

  /// The first argument that gives a parameter a value, or null. `parameter` is a name of the
  /// schema.
  const SchemaArgument *given(std::string_view parameter) const;
  /// The argument at a node of kind `template_argument`, or null.
  const SchemaArgument *argumentAt(Node node) const;
  /// Whether it has any parameter that the schema knows.
  bool isKnown() const;

private:
  struct Value {
    const SchemaParameter *parameter;
    uint32_t argument;
    auto operator<=>(const Value &) const = default;
  };
  std::vector<Value> values; ///< of arguments that are not empty, sorted
};

/// The value of an argument without comments and outer blanks, entities decoded; nothing if a
/// template, a tag or the like takes part in it, so that it is not known.
std::optional<std::string> plainValue(const Argument &argument);

/// Whether a fix may replace the value as a whole: no comment of an editor's stands in it.
bool isReplaceable(const Argument &argument);

/// All calls of templates that a schema of the page's wiki describes, in document order.
class SchemaCalls {
public:
  explicit SchemaCalls(const Document &document);

  const std::vector<SchemaCall> &all() const { return calls; }
  /// The call at a node of kind `template`, or null.
  const SchemaCall *at(Node node) const;

private:
  std::vector<SchemaCall> calls;
};

} // namespace wikivet
