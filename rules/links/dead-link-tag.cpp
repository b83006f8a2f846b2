// SPDX-License-Identifier: MIT
#include "lint/model/PlainText.h"
#include "lint/model/Templates.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {
namespace {

/// The construct in which a mark and its link stand together.
Node container(Node node) {
  Node outer = node.parent();
  while (outer.parent() && !outer.isOneOf(NodeKind::Extension, NodeKind::ListItem,
                                          NodeKind::TableCell, NodeKind::TableHeaderCell,
                                          NodeKind::TemplateArgument, NodeKind::ParameterDefault))
    outer = outer.parent();
  return outer;
}

/// A template call around a node, inside `limit`, or null.
Node callAround(Node node, Node limit) {
  for (Node outer = node.parent(); outer && outer != limit; outer = outer.parent())
    if (outer.is(NodeKind::Template))
      return outer;
  return {};
}

/// Reports the marks of dead links, with the link that each belongs to.
class DeadLinkTag final : public Check {
public:
  explicit DeadLinkTag(const Options &options)
      : names(options.stringList("templates")), titles(options.stringList("title-parameters")),
        archives(options.stringList("archive-parameters")) {}

  KindSet interests() const override { return {NodeKind::Template}; }

  void visit(Node node, CheckContext &ctx) override {
    const Template *mark = ctx.document().templates().at(node);
    if (!mark || !names.contains(mark->name))
      return;
    const Tree &tree = ctx.document().tree();
    std::string since;
    if (const Argument *date = mark->argument("date"); date && !date->trimmed.empty())
      since = fmt::format(" since {}", shorten(collapseSpaces(date->text(tree)), 30));
    Node url = linkInside(node);
    if (!url)
      url = linkBefore(node);
    if (!url) {
      ctx.report(node.span(), "untied").arg("since", since);
      return;
    }
    const Template *citation = ctx.document().templates().at(callAround(url, container(node)));
    bool isArchived = citation && parameter(*citation, archives);
    ctx.report(node.span(), isArchived ? "archived" : "dead")
        .arg("target", describe(url, citation))
        .arg("since", since)
        .related(url.span(), "link");
  }

private:
  /// The address that the mark itself gives, as in `{{Enlace roto|1=http://…}}`, or null.
  static Node linkInside(Node mark) {
    for (uint32_t i = mark.index() + 1; i < mark.subtreeEnd(); ++i)
      if (Node node = mark.tree().node(i); node.is(NodeKind::Url))
        return node;
    return {};
  }

  /// The nearest address before a mark in the same container and paragraph, or null.
  static Node linkBefore(Node mark) {
    const Tree &tree = mark.tree();
    // A citation has some dozens of nodes; further back there is no link that is meant.
    constexpr uint32_t farthest = 1000;
    uint32_t first = container(mark).index() + 1;
    if (mark.index() > farthest)
      first = std::max(first, mark.index() - farthest);
    for (uint32_t i = mark.index(); i-- > first;) {
      Node node = tree.node(i);
      if (node.is(NodeKind::Url))
        return node;
      bool isParagraphEnd = node.is(NodeKind::Text) && node.parent() == mark.parent() &&
                            node.text().find("\n\n") != std::string_view::npos;
      if (isParagraphEnd || node.is(NodeKind::Heading))
        return {};
    }
    return {};
  }

  static const Argument *parameter(const Template &call, const StringList &wanted) {
    for (const std::string &name : wanted.items)
      if (const Argument *argument = call.argument(name); argument && !argument->trimmed.empty())
        return argument;
    return nullptr;
  }

  /// What the citation or link is called, else its address.
  std::string describe(Node url, const Template *citation) const {
    constexpr uint32_t longest = 60;
    if (citation)
      if (const Argument *title = parameter(*citation, titles))
        if (std::string text = plainText(title->node); !text.empty())
          return shorten(text, longest);
    if (url.parent().is(NodeKind::ExternalLink))
      if (std::string label = plainText(url.parent()); !label.empty())
        return shorten(label, longest);
    return shorten(url.text(), longest);
  }

  const StringList &names;
  const StringList &titles;
  const StringList &archives;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(dead_link_tag, DeadLinkTag)
