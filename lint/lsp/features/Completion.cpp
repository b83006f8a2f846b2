// SPDX-License-Identifier: MIT
#include "lint/lsp/Names.h"
#include "lint/lsp/features/Features.h"
#include "lint/model/SchemaCalls.h"
#include "lint/model/Templates.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace wikivet::lsp {

namespace {

// What is being written is no construct yet, so the text before the cursor tells what it will be.

/// `CompletionItemKind`s
constexpr int propertyItem = 10, valueItem = 12, keywordItem = 14, referenceItem = 18;

/// How far back the start of what is being written is looked for.
constexpr uint32_t farthest = 10'000;

/// Words that fit behind a place, and what of them is written already.
struct Context {
  enum class Kind : uint8_t { ReferenceName, Parameter, Section, Rule };
  Kind kind;
  uint32_t begin;   ///< of what is written
  std::string call; ///< name of the template that a parameter is of, normalised
};

bool isRuleCharacter(char c) {
  return isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '*' || c == '.';
}

std::optional<Context> ruleContext(std::string_view before) {
  size_t open = before.rfind("<!--");
  if (open == std::string_view::npos || before.substr(open).contains("-->") ||
      !trim(before.substr(open + 4)).starts_with("wikivet-ignore"))
    return std::nullopt;
  size_t begin = before.size();
  while (begin > open && isRuleCharacter(before[begin - 1]))
    --begin;
  std::string_view inner = before.substr(open, begin - open);
  // The word `wikivet-ignore…` itself, or the reason behind the colon.
  if (!inner.contains("wikivet-ignore") || inner.contains(':'))
    return std::nullopt;
  return Context{.kind = Context::Kind::Rule, .begin = static_cast<uint32_t>(begin)};
}

std::optional<Context> referenceContext(std::string_view before) {
  size_t open = before.rfind("<");
  if (open == std::string_view::npos || !equalsIgnoringCase(before.substr(open, 4), "<ref") ||
      open + 4 >= before.size() || !isSpace(before[open + 4]) || before.substr(open).contains(">"))
    return std::nullopt;
  std::string_view tag = before.substr(open);
  if (tag.contains("\n")) // more likely a tag that was never closed
    return std::nullopt;
  size_t equals = tag.rfind('=');
  if (equals == std::string_view::npos)
    return std::nullopt;
  std::string_view attribute = trim(tag.substr(0, equals));
  std::string_view value = tag.substr(equals + 1);
  if (!attribute.ends_with("name") || attribute.size() < 5 ||
      !isSpace(attribute[attribute.size() - 5]))
    return std::nullopt;
  size_t start = equals + 1;
  while (start < tag.size() && isSpace(tag[start]))
    ++start;
  if (start < tag.size() && (tag[start] == '"' || tag[start] == '\'')) {
    if (tag.substr(start + 1).contains(tag[start]))
      return std::nullopt; // the value has ended
    ++start;
  } else if (std::ranges::any_of(trim(value), isSpace)) {
    return std::nullopt;
  }
  return Context{.kind = Context::Kind::ReferenceName,
                 .begin = static_cast<uint32_t>(open + start)};
}

/// In `[[#…` or in an argument of a template that is open.
std::optional<Context> bracketContext(std::string_view before) {
  uint32_t links = 0, calls = 0; // closed ones that are being skipped
  std::optional<size_t> pipe, equals;
  for (size_t i = before.size(); i-- > 1;) {
    std::string_view pair = before.substr(i - 1, 2);
    if (pair == "}}" || pair == "]]") {
      ++(pair == "}}" ? calls : links);
      --i;
    } else if (pair == "{{" || pair == "[[") {
      uint32_t &closed = pair == "{{" ? calls : links;
      if (closed == 0) {
        std::string_view inner = before.substr(i + 1);
        if (pair == "[[") {
          if (!inner.starts_with('#') || pipe)
            return std::nullopt;
          return Context{.kind = Context::Kind::Section, .begin = static_cast<uint32_t>(i + 2)};
        }
        if (!pipe || equals)
          return std::nullopt;
        size_t begin = *pipe + 1;
        while (begin < before.size() && isSpace(before[begin]))
          ++begin;
        return Context{.kind = Context::Kind::Parameter,
                       .begin = static_cast<uint32_t>(begin),
                       .call = normalizeTemplateName(inner.substr(0, inner.find('|')))};
      }
      --closed;
      --i;
    } else if (links == 0 && calls == 0 && !pipe) {
      if (before[i] == '|')
        pipe = i;
      else if (before[i] == '=')
        equals = i;
    }
  }
  return std::nullopt;
}

std::optional<Context> contextAt(std::string_view text, uint32_t offset) {
  uint32_t start = offset > farthest ? offset - farthest : 0;
  std::string_view before = text.substr(start, offset - start);
  std::optional<Context> context = ruleContext(before);
  if (!context)
    context = referenceContext(before);
  if (!context)
    context = bracketContext(before);
  if (context)
    context->begin += start;
  return context;
}

struct Item {
  int kind;
  std::string detail;
  std::string text; ///< empty: the label
};
using Items = std::map<std::string, Item>; ///< by label

void addNames(const Document &document, NamePlace::Kind kind, uint32_t offset, Items &items) {
  for (const NamePlace &place : namePlaces(document)) {
    // What is being written may have become a name already.
    if (place.kind != kind || (place.whole.begin < offset && offset < place.whole.end))
      continue;
    bool isReference = kind == NamePlace::Kind::Reference;
    if (!isReference && !place.isDefinition)
      continue;
    std::string name = isReference ? std::string(referenceName(place.key)) : place.key;
    items.try_emplace(
        std::move(name),
        Item{.kind = referenceItem, .detail = isReference ? "reference" : "section", .text = {}});
  }
}

/// Parameters that calls of the template on this page give, and those that its schema knows, but
/// for what the call around the offset gives already.
void addParameters(const Document &document, const std::string &name, uint32_t offset,
                   Items &items) {
  std::set<std::string_view> given;
  for (const Template &call : document.templates().all()) {
    if (call.name != name)
      continue;
    bool isHere = call.node.begin() < offset && offset < call.node.end();
    for (const Argument &argument : call.arguments) {
      if (!argument.named || argument.name.empty())
        continue;
      if (!isHere)
        items.try_emplace(
            argument.name,
            Item{.kind = propertyItem, .detail = "used on this page", .text = argument.name + '='});
      else if (argument.node.end() < offset || offset < argument.node.begin())
        given.insert(argument.name);
    }
  }
  if (const TemplateSchema *schema = document.wiki().schemaOf(name))
    for (const std::string &parameter : schema->names())
      if (TemplateSchema::Meaning meaning = schema->meaning(parameter); meaning.parameter)
        items.try_emplace(
            parameter, Item{.kind = propertyItem,
                            .detail = std::string(nameOf(valueTypeWords, meaning.parameter->type)),
                            .text = parameter + '='});
  for (std::string_view parameter : given)
    items.erase(std::string(parameter));
}

void addRules(const Ruleset *ruleset, Items &items) {
  if (!ruleset)
    return;
  for (const RegisteredRule &rule : ruleset->registry().rules()) {
    items.try_emplace(rule.spec.name,
                      Item{.kind = valueItem, .detail = rule.spec.summary, .text = {}});
    items.try_emplace(rule.spec.group,
                      Item{.kind = keywordItem, .detail = "group of rules", .text = {}});
  }
}

} // namespace

Answer answerCompletion(const Inquiry &inquiry) {
  const Document &document = inquiry.page.document();
  uint32_t offset = inquiry.offset();
  std::optional<Context> context = contextAt(document.source().text(), offset);
  Json list = Json::array();
  if (!context)
    return list;
  Items items;
  switch (context->kind) {
  case Context::Kind::ReferenceName:
    addNames(document, NamePlace::Kind::Reference, offset, items);
    break;
  case Context::Kind::Section:
    addNames(document, NamePlace::Kind::Section, offset, items);
    break;
  case Context::Kind::Parameter:
    addParameters(document, context->call, offset, items);
    break;
  case Context::Kind::Rule:
    addRules(inquiry.page.ruleset(), items);
    break;
  }
  Json range = inquiry.positions().range({.begin = context->begin, .end = offset});
  for (const auto &[label, item] : items)
    list.push_back(
        {{"label", label},
         {"kind", item.kind},
         {"detail", item.detail},
         {"textEdit", {{"range", range}, {"newText", item.text.empty() ? label : item.text}}}});
  return list;
}

} // namespace wikivet::lsp
