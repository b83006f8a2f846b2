// SPDX-License-Identifier: MIT
#include "lint/rule/Check.h"

#include "lint/rule/MessageTemplate.h"
#include "lint/rule/RuleSpec.h"

#include <algorithm>
#include <cassert>

namespace wikivet {

Finding &Finding::arg(std::string_view name, std::string_view value) {
  arguments.emplace_back(name, value);
  return *this;
}

Finding &Finding::arg(std::string_view name, int64_t value) {
  arguments.emplace_back(name, std::to_string(value));
  return *this;
}

Finding &Finding::related(Span span, std::string_view id) {
  relatedIds.emplace_back(span, id);
  return *this;
}

Finding &Finding::fix(std::string title, bool safe, std::vector<Edit> edits) {
  assert(context->spec->fix != FixSafety::None && "the rule's YAML promises no fix");
  diagnostic.fixes.push_back({.title = std::move(title), .safe = safe, .edits = std::move(edits)});
  return *this;
}

Finding::~Finding() {
  auto lookUp = [this](std::string_view name) -> std::optional<std::string> {
    auto found = std::ranges::find(arguments, name, &Arguments::value_type::first);
    if (found == arguments.end())
      return std::nullopt;
    return found->second;
  };
  auto message = [&](std::string_view id) {
    auto found = context->spec->messages.find(id);
    assert(found != context->spec->messages.end() && "the rule's YAML has no such message");
    return fillTemplate(found->second, lookUp);
  };
  diagnostic.rule = context->spec->name;
  diagnostic.severity = context->level;
  diagnostic.message = message(messageId);
  for (const auto &[span, id] : relatedIds)
    diagnostic.related.push_back({.span = span, .message = message(id)});
  context->sink->push_back(std::move(diagnostic));
}

} // namespace wikivet
