// SPDX-License-Identifier: MIT
#include "lint/model/Document.h"
#include "lint/model/Tags.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {
namespace {

/// Reports double brackets that make no link: each pair once, each lone one once. With the option
/// `slips` those, and only those, where one bracket was written for two or two for one.
class UnpairedLinkBrackets final : public Check {
public:
  explicit UnpairedLinkBrackets(const Options &options) : slips(options.boolean("slips")) {}

  bool concerns(const Document &document) const override {
    std::string_view text = document.source().text();
    return text.find("[[") != std::string_view::npos || text.find("]]") != std::string_view::npos;
  }

  KindSet interests() const override {
    return {NodeKind::Text, NodeKind::Entity, NodeKind::UnclosedLink, NodeKind::StrayClose,
            NodeKind::ExternalLink};
  }

  void visit(Node node, CheckContext &ctx) override {
    if (node.is(NodeKind::ExternalLink)) {
      lastAddress = node;
      return;
    }
    if (node.is(NodeKind::Text)) {
      readText(node, ctx);
      return;
    }
    if (node.is(NodeKind::Entity)) { // a bracket that is meant as one, as in &#91;[a]]
      std::string_view text = node.text();
      if (text == "&#91;" || equalsIgnoringCase(text, "&#x5b;") || text == "&lbrack;")
        singles.push_back(node.begin());
      return;
    }
    if (node.text().starts_with('}') || isCode(node))
      return;
    if (node.is(NodeKind::UnclosedLink))
      opens.push_back({.node = node, .scope = node.ancestor(NodeKind::Extension)});
    else
      close(node, ctx);
  }

  void finish(CheckContext &ctx) override {
    for (const Open &open : opens)
      reportOpen(open, ctx);
  }

private:
  struct Open {
    Node node;
    Node scope;                     ///< the extension tag around it: brackets pair in one body
    bool lineGoesOn = true;         ///< nothing but its own line was read so far
    std::optional<uint32_t> single; ///< the first `]` of its line that has no `[`
  };

  /// Such brackets are meant as they are.
  static bool isCode(Node node) {
    for (Node outer = node.parent(); outer; outer = outer.parent())
      if (outer.isOneOf(NodeKind::ParserFunction, NodeKind::Parameter, NodeKind::LanguageVariant) ||
          (outer.isOneOf(NodeKind::Element, NodeKind::Extension) &&
           isAnyOf(tagName(outer), {"code", "kbd", "pre", "samp", "tt", "var"})))
        return true;
    return false;
  }

  /// A file may hold links; its namespace may have a name that nobody told us.
  static bool looksLikeFile(std::string_view target) {
    constexpr size_t longestEnding = 5;
    target = trim(target);
    size_t dot = target.rfind('.');
    return target.find(':') < dot && dot != std::string_view::npos &&
           target.size() - dot - 1 <= longestEnding;
  }

  /// Keeps count of the single brackets of the line.
  void readText(Node node, CheckContext &ctx) {
    std::string_view text = node.text();
    if (slips && text.starts_with(']') && singles.empty() && lastAddress &&
        lastAddress.end() == node.begin() && !text.starts_with("][") && !isCode(node)) {
      Span bracket = {node.begin(), node.begin() + 1};
      ctx.report(bracket, "address")
          .fix("remove the bracket", false, {{.span = bracket, .text = {}}});
    }
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\n' && text[i] != '[' && text[i] != ']')
        continue;
      uint32_t place = node.begin() + static_cast<uint32_t>(i);
      if (text[i] == '\n') {
        singles.clear();
        if (!opens.empty())
          opens.back().lineGoesOn = false;
      } else if (text[i] == '[') {
        singles.push_back(place);
      } else if (!singles.empty()) {
        singles.pop_back();
      } else if (!opens.empty() && opens.back().lineGoesOn && !opens.back().single) {
        opens.back().single = place;
      }
    }
  }

  void close(Node node, CheckContext &ctx) {
    std::string_view source = ctx.document().source().text();
    if (singles.size() >= node.span().size()) { // a[b[1]]
      singles.resize(singles.size() - node.span().size());
      return;
    }
    Node scope = node.ancestor(NodeKind::Extension);
    if (!opens.empty() && opens.back().scope == scope) {
      Open open = opens.back();
      opens.pop_back();
      std::string_view inner = source.substr(open.node.end(), node.begin() - open.node.end());
      if (open.single && !singles.empty()) { // [[1, 2], [3, 4]], or two slips
        std::string_view between = source.substr(*open.single, singles.back() - *open.single);
        if (between.find_first_not_of("], ;") == std::string_view::npos) {
          singles.clear();
          return;
        }
      } else if (inner.find("\n\n") == std::string_view::npos) {
        if (!slips)
          reportPair(open.node, node, inner, ctx);
        return;
      }
      reportOpen(open, ctx);
    }
    if (singles.empty()) {
      if (!slips)
        ctx.report(node.span(), "stray");
      return;
    }
    Span slip = {singles.back(), node.end()};
    singles.pop_back();
    if (!slips)
      return;
    ctx.report(slip, "single-start")
        .arg("text", shorten(source.substr(slip.begin, slip.size()), longest))
        .fix("add the bracket", false, {{.span = {slip.begin, slip.begin}, .text = "["}});
  }

  void reportPair(Node open, Node end, std::string_view inner, CheckContext &ctx) {
    std::string_view target = inner.substr(0, inner.find('|'));
    if (trim(target).empty()) {
      // What begins with a pipe is another rule's.
      if (inner.size() == target.size())
        ctx.report({open.begin(), end.end()}, "empty");
      return;
    }
    size_t bad = target.find_first_of("\n[]{}<>");
    if (bad == std::string_view::npos) {
      if (!looksLikeFile(target))
        ctx.report(open.span(), "nested").arg("text", shorten(target, longest));
      return;
    }
    std::string what = target[bad] == '\n'                    ? "a line break"
                       : target.substr(bad).starts_with("[[") ? "another link"
                                                              : fmt::format("'{}'", target[bad]);
    ctx.report(open.span(), "target")
        .arg("text", shorten(collapseSpaces(target), longest))
        .arg("what", what)
        .related(end.span(), "end");
  }

  void reportOpen(const Open &open, CheckContext &ctx) {
    std::string_view source = ctx.document().source().text();
    constexpr size_t enough = 4 * longest;
    std::string_view rest = source.substr(open.node.end(), enough);
    rest = rest.substr(0, rest.find('\n'));
    if (trim(rest).starts_with('|'))
      return;
    bool isSlip = open.single && !open.node.nextSibling().is(NodeKind::Wikilink);
    if (isSlip != slips)
      return;
    if (open.node.nextSibling().is(NodeKind::Wikilink)) {
      ctx.report(open.node.span(), "surplus").arg("text", open.node.text());
      return;
    }
    if (!isSlip) {
      ctx.report(open.node.span(), "unclosed").arg("text", shorten(trim(rest), longest));
      return;
    }
    Span slip = {open.node.begin(), *open.single + 1};
    ctx.report(slip, "single-end")
        .arg("text", shorten(source.substr(slip.begin, slip.size()), longest))
        .fix("add the bracket", false, {{.span = {slip.end, slip.end}, .text = "]"}});
  }

  static constexpr uint32_t longest = 40; // code points

  bool slips;
  std::vector<Open> opens;
  std::vector<uint32_t> singles; ///< the `[` of this line that are not closed yet
  Node lastAddress;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unpaired_link_brackets, UnpairedLinkBrackets)
