// SPDX-License-Identifier: MIT
#include "lint/model/DeadLinks.h"
#include "lint/model/PlainText.h"
#include "lint/model/Templates.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

namespace wikivet {
namespace {

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
    Node url = linkOfMark(node);
    if (!url) {
      ctx.report(node.span(), "untied").arg("since", since);
      return;
    }
    const Template *citation = ctx.document().templates().at(citationOf(url, node));
    bool isArchived = citation && parameter(*citation, archives);
    ctx.report(node.span(), isArchived ? "archived" : "dead")
        .arg("target", describe(url, citation))
        .arg("since", since)
        .related(url.span(), "link");
  }

private:
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
