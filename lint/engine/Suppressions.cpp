// SPDX-License-Identifier: MIT
#include "lint/engine/Suppressions.h"

#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

namespace {

constexpr std::string_view prefix = "wikivet-ignore";

bool isNameCharacter(char c) {
  return isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '*' || c == '.';
}

/// Whether nothing but blanks stands before and behind a range on its line.
bool isAlone(std::string_view text, Span span) {
  auto before = text.substr(0, span.begin);
  size_t lineStart = before.rfind('\n') + 1;
  std::string_view behind = text.substr(span.end);
  return trim(before.substr(lineStart)).empty() &&
         trim(behind.substr(0, behind.find('\n'))).empty();
}

Span lineOf(std::string_view text, uint32_t place) {
  size_t begin = place == 0 ? 0 : text.rfind('\n', place - 1) + 1; // npos + 1 is 0
  size_t end = std::min(text.find('\n', place), text.size());
  return {.begin = static_cast<uint32_t>(begin), .end = static_cast<uint32_t>(end)};
}

class Finder {
public:
  Finder(const Document &document, const Ruleset &ruleset)
      : document(&document), ruleset(&ruleset), text(document.source().text()) {}

  std::vector<Suppression> find() {
    if (text.find(prefix) == std::string_view::npos)
      return {};
    const Tree &tree = document->tree();
    for (uint32_t i = 0; i < tree.size(); ++i)
      if (tree.node(i).is(NodeKind::Comment))
        read(tree.node(i));
    return std::move(found);
  }

private:
  void read(Node comment) {
    std::string_view inner = trim(comment.text().substr(4, comment.text().size() - 7));
    if (!inner.starts_with(prefix))
      return;
    size_t end = inner.find_first_of(" \t\n:", prefix.size());
    end = std::min(end, inner.size());
    std::string_view kind = inner.substr(prefix.size(), end - prefix.size());
    std::string_view rest = inner.substr(end);
    if (kind == "-end") {
      close(comment);
      return;
    }
    Suppression suppression{.comment = comment.span(),
                            .removal = comment.span(),
                            .covers = {},
                            .names = readNames(rest)};
    if (isAlone(text, comment.span())) {
      Span line = lineOf(text, comment.begin());
      suppression.removal = {.begin = line.begin,
                             .end = std::min(static_cast<uint32_t>(text.size()), line.end + 1)};
    }
    if (kind.empty())
      suppression.covers = next(comment);
    else if (kind == "-line")
      suppression.covers = lineOf(text, comment.begin());
    else if (kind == "-start")
      suppression.covers = {.begin = comment.end(), .end = static_cast<uint32_t>(text.size())};
    else if (kind == "-page")
      suppression.covers = {.begin = 0, .end = static_cast<uint32_t>(text.size()) + 1};
    else
      return;
    if (kind == "-start")
      open.push_back(found.size());
    found.push_back(std::move(suppression));
  }

  /// The innermost range that is open ends here.
  void close(Node comment) {
    if (open.empty())
      return;
    found[open.back()].covers.end = comment.begin();
    open.pop_back();
  }

  Span next(Node comment) const {
    if (!isAlone(text, comment.span())) {
      Node element = comment.nextSibling();
      while (element && element.is(NodeKind::Text) && trim(element.text()).empty())
        element = element.nextSibling();
      return {.begin = comment.end(), .end = element ? element.end() : comment.end()};
    }
    uint32_t lineEnd = lineOf(text, comment.end()).end;
    if (lineEnd >= text.size())
      return {.begin = lineEnd, .end = lineEnd};
    Span covered = lineOf(text, lineEnd + 1);
    // What begins on that line is covered to its end, a table or a template of many lines too.
    const Tree &tree = document->tree();
    for (uint32_t i = comment.subtreeEnd(); i < tree.size(); ++i) {
      Node node = tree.node(i);
      if (node.begin() >= covered.end)
        break;
      if (node.begin() >= covered.begin && !node.is(NodeKind::Text)) {
        covered.end = std::max(covered.end, node.end());
        break;
      }
    }
    return covered;
  }

  /// Names up to the colon before the reason.
  std::vector<Suppression::Name> readNames(std::string_view rest) const {
    std::vector<Suppression::Name> names;
    for (size_t i = 0; i < rest.size() && rest[i] != ':';) {
      if (!isNameCharacter(rest[i])) {
        ++i;
        continue;
      }
      size_t end = i;
      while (end < rest.size() && isNameCharacter(rest[end]))
        ++end;
      Suppression::Name name;
      name.text = rest.substr(i, end - i);
      auto begin = static_cast<uint32_t>(rest.data() + i - text.data());
      name.span = {.begin = begin, .end = begin + static_cast<uint32_t>(end - i)};
      for (const RegisteredRule *rule : ruleset->registry().find(name.text)) {
        name.rules.push_back(&rule->spec);
        name.running =
            name.running || std::ranges::find(ruleset->rules(), &rule->spec, &EnabledRule::spec) !=
                                ruleset->rules().end();
      }
      names.push_back(std::move(name));
      i = end;
    }
    return names;
  }

  const Document *document;
  const Ruleset *ruleset;
  std::string_view text;
  std::vector<Suppression> found;
  std::vector<size_t> open; ///< indexes of ranges that have not ended
};

} // namespace

std::vector<Suppression> findSuppressions(const Document &document, const Ruleset &ruleset) {
  return Finder(document, ruleset).find();
}

void applySuppressions(std::vector<Suppression> &suppressions,
                       std::vector<Diagnostic> &diagnostics) {
  if (suppressions.empty())
    return;
  std::erase_if(diagnostics, [&](const Diagnostic &diagnostic) {
    bool silenced = false;
    for (Suppression &suppression : suppressions) {
      if (diagnostic.span.begin < suppression.covers.begin ||
          diagnostic.span.begin >= suppression.covers.end)
        continue;
      for (Suppression::Name &name : suppression.names) {
        bool fits =
            std::ranges::find(name.rules, diagnostic.rule, &RuleSpec::name) != name.rules.end();
        name.used = name.used || fits;
        silenced = silenced || fits;
      }
    }
    return silenced;
  });
}

} // namespace wikivet
