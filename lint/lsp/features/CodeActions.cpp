// SPDX-License-Identifier: MIT
#include "lint/engine/Fixes.h"
#include "lint/engine/Suppressions.h"
#include "lint/lsp/features/Features.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace wikivet::lsp {

namespace {

/// Whether a client that asks for some kinds of actions wants this one: kinds are words with dots
/// between, and `source` stands for `source.fixAll.wikivet`, too.
bool wants(const Json &only, std::string_view kind) {
  if (!only.is_array())
    return true;
  return std::ranges::any_of(only, [&](const Json &asked) {
    if (!asked.is_string())
      return false;
    const auto &word = asked.get_ref<const std::string &>();
    return word.empty() || kind == word || kind.starts_with(word + ".");
  });
}

/// Writes comments that silence a rule.
class Silencer {
public:
  explicit Silencer(const Analysis &page)
      : document(&page.document()), text(page.source().text()),
        suppressions(findSuppressions(page.document(), *page.ruleset())) {}

  /// On the line of a place; nothing if no comment can stand at its end.
  std::optional<Edit> onLine(uint32_t place, std::string_view rule) const {
    size_t begin = place == 0 ? 0 : text.rfind('\n', place - 1) + 1; // npos + 1 is 0
    auto end = static_cast<uint32_t>(std::min(text.find('\n', place), text.size()));
    for (const Suppression &other : suppressions)
      if (other.comment.begin >= begin && other.comment.end <= end && isKind(other, "-line"))
        return added(other, rule);
    if (end > 0 && end < text.size() && text[end - 1] == '\r')
      --end;
    if (!isWikitext(end))
      return std::nullopt;
    return Edit{.span = {.begin = end, .end = end},
                .text = fmt::format(" <!-- wikivet-ignore-line {} -->", rule)};
  }

  Edit onPage(std::string_view rule) const {
    for (const Suppression &other : suppressions)
      if (isKind(other, "-page"))
        return added(other, rule);
    std::string comment = fmt::format("<!-- wikivet-ignore-page {} -->", rule);
    // A redirect must come first on its page.
    bool isRedirect = static_cast<bool>(document->tree().root().child(NodeKind::Redirect));
    auto end = static_cast<uint32_t>(text.size());
    if (isRedirect)
      return {.span = {.begin = end, .end = end}, .text = '\n' + comment};
    uint32_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    return {.span = {.begin = begin, .end = begin}, .text = comment + '\n'};
  }

private:
  bool isKind(const Suppression &suppression, std::string_view kind) const {
    std::string_view comment = text.substr(suppression.comment.begin, suppression.comment.size());
    size_t name = comment.find("wikivet-ignore");
    size_t behind = name + std::string_view("wikivet-ignore").size();
    return name != std::string_view::npos && comment.substr(behind).starts_with(kind) &&
           !suppression.names.empty();
  }

  static Edit added(const Suppression &to, std::string_view rule) {
    uint32_t end = to.names.back().span.end;
    return {.span = {.begin = end, .end = end}, .text = fmt::format(", {}", rule)};
  }

  /// Whether a comment that is put there would be one.
  bool isWikitext(uint32_t place) const {
    const Tree &tree = document->tree();
    for (uint32_t i = 0; i < tree.size();) {
      Node node = tree.node(i);
      bool isAround = node.begin() < place && place < node.end();
      bool isRaw = node.is(NodeKind::RawText) && node.begin() <= place && place <= node.end();
      if (isRaw || (isAround && node.isOneOf(NodeKind::Comment, NodeKind::UnclosedComment,
                                             NodeKind::StartTag, NodeKind::SelfClosingTag,
                                             NodeKind::EndTag, NodeKind::VoidElement)))
        return false;
      if (node.begin() >= place && i > 0)
        break;
      i = node.end() < place ? node.subtreeEnd() : i + 1;
    }
    return true;
  }

  const Document *document;
  std::string_view text;
  std::vector<Suppression> suppressions;
};

class ActionWriter {
public:
  explicit ActionWriter(const Inquiry &inquiry)
      : inquiry(&inquiry), positions(inquiry.positions()),
        crlf(hasCrlf(inquiry.page.source().text())) {}

  void fixes(const Diagnostic &diagnostic) {
    bool preferred = false;
    for (const Fix &fix : diagnostic.fixes) {
      Json action = quickFix(diagnostic, upper(fix.title), edit(fix.edits));
      // One at most: it is what "fix this" does without asking.
      if (fix.safe && !preferred)
        action["isPreferred"] = preferred = true;
      actions.push_back(std::move(action));
    }
  }

  void suppressions(const Silencer &silencer, const Diagnostic &diagnostic) {
    if (auto line = silencer.onLine(diagnostic.span.begin, diagnostic.rule))
      actions.push_back(quickFix(
          diagnostic, fmt::format("Ignore '{}' on this line", diagnostic.rule), edit({*line})));
    actions.push_back(quickFix(diagnostic, fmt::format("Ignore '{}' on this page", diagnostic.rule),
                               edit({silencer.onPage(diagnostic.rule)})));
  }

  void fixAll(bool isLazy) {
    const Snapshot &snapshot = inquiry->page.snapshot();
    Json action = {{"title", "Fix all that is safe"}, {"kind", fixAllKind}};
    if (isLazy) {
      action["data"] = {{"uri", snapshot.uri}};
    } else {
      Json edits = safeFixes(inquiry->page, inquiry->client);
      if (edits.empty())
        return;
      action["edit"] = workspaceEdit(snapshot, inquiry->client, std::move(edits));
    }
    actions.push_back(std::move(action));
  }

  Json actions = Json::array();

private:
  Json edit(const std::vector<Edit> &edits) const {
    Json list = Json::array();
    for (const Edit &edit : edits)
      list.push_back(
          {{"range", positions.range(edit.span)}, {"newText", withLineBreaks(edit.text, crlf)}});
    return workspaceEdit(inquiry->page.snapshot(), inquiry->client, std::move(list));
  }

  Json quickFix(const Diagnostic &diagnostic, const std::string &title, Json edit) const {
    return {{"title", title},
            {"kind", "quickfix"},
            {"diagnostics",
             {diagnosticJson(diagnostic, inquiry->page.snapshot(), inquiry->client,
                             inquiry->settings)}},
            {"edit", std::move(edit)}};
  }

  /// Titles of fixes begin with a small letter, those of actions with a capital.
  static std::string upper(std::string title) {
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
      title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
  }

  const Inquiry *inquiry;
  Positions positions;
  bool crlf;
};

} // namespace

Answer answerCodeActions(const Inquiry &inquiry) {
  const std::vector<Diagnostic> *findings = inquiry.page.findings(inquiry.stop);
  if (!findings || !inquiry.page.ruleset())
    return Json::array();
  const Json &only = memberOf(inquiry.params, "context", "only");
  Span wanted = inquiry.positions().span(inquiry.params.at("range"));
  ActionWriter writer(inquiry);
  if (wants(only, "quickfix")) {
    Silencer silencer(inquiry.page);
    std::set<std::pair<uint32_t, std::string_view>> silenced;
    std::vector<const Diagnostic *> touched;
    // Nobody chooses from more than this, and a whole page may be selected.
    constexpr size_t mostTouched = 100;
    for (const Diagnostic &diagnostic : *findings)
      if (diagnostic.span.begin <= wanted.end && wanted.begin <= diagnostic.span.end &&
          touched.size() < mostTouched)
        touched.push_back(&diagnostic);
    for (const Diagnostic *diagnostic : touched)
      writer.fixes(*diagnostic);
    for (const Diagnostic *diagnostic : touched)
      if (silenced.emplace(diagnostic->span.begin, diagnostic->rule).second)
        writer.suppressions(silencer, *diagnostic);
  }
  // Mending all takes some runs: it is worked out only when it is asked for by name, or later.
  bool isAsked = only.is_array() && wants(only, fixAllKind);
  bool hasSafe = std::ranges::any_of(*findings, [](const Diagnostic &diagnostic) {
    return std::ranges::any_of(diagnostic.fixes, &Fix::safe);
  });
  if (hasSafe && (isAsked || (!only.is_array() && inquiry.client.resolvesEdits)))
    writer.fixAll(inquiry.client.resolvesEdits);
  return std::move(writer.actions);
}

Answer resolveCodeAction(const Inquiry &inquiry) {
  Json action = inquiry.params;
  if (memberOf(action, "kind") == fixAllKind)
    action["edit"] = workspaceEdit(inquiry.page.snapshot(), inquiry.client,
                                   safeFixes(inquiry.page, inquiry.client));
  return action;
}

} // namespace wikivet::lsp
