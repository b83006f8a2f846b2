// SPDX-License-Identifier: MIT
#include "lint/model/HtmlTree.h"

#include "lint/model/Document.h"
#include "lint/model/html/Fixups.h"
#include "lint/model/html/Tokenizer.h"
#include "lint/model/html/TreeBuilder.h"

#include <vector>

namespace wikivet {

namespace {

/// A fragment that waits to be built below its element.
struct Task {
  html::Fragment fragment;
  html::NodeId host;
};

class Builder {
public:
  Builder(const Document &document, html::Dom &dom) : document(&document), dom(&dom) {}

  void run() {
    const Tree &tree = document->tree();
    html::Fragment page{
        .first = 1, .last = tree.size(), .span = tree.root().span(), .isInline = false};
    tasks.push_back({.fragment = page, .host = 0});
    // Each may add some.
    for (size_t i = 0; i < tasks.size(); ++i) // NOLINT(modernize-loop-convert)
      build(tasks[i]);
  }

private:
  void build(Task task) {
    const Tree &tree = document->tree();
    raw.clear();
    quoted.clear();
    listed.clear();
    wrapped.clear();
    html::tokenize(tree, document->wiki(), task.fragment, raw);
    html::resolveQuotes(raw, quoted);
    html::resolveLists(tree.sourceText(), quoted, listed);
    if (!task.fragment.isInline)
      html::wrapParagraphs(listed, wrapped);
    html::TreeBuilder builder(tree, *dom, task.host, task.fragment.span.begin);
    for (const html::Token &token : task.fragment.isInline ? listed : wrapped)
      if (html::NodeId made = builder.take(token);
          made != html::noNode && token.kind == html::TokenKind::Whole)
        queue(tree.node(token.node), made);
    builder.finish(task.fragment.span.end);
    html::removeEmpty(*dom, task.host, tree.sourceText());
    if (task.host == 0)
      html::wrapBareText(*dom, tree.sourceText());
    html::moveLineBreaks(*dom, task.host, tree.sourceText());
    addTrail(task.host);
  }

  /// Letters right behind a link are part of its text.
  void addTrail(html::NodeId host) {
    std::string_view text = document->source().text();
    Span link = (*dom)[host].span;
    uint32_t end = link.end;
    if (host == 0 || !text.substr(link.begin, link.size()).ends_with("]]"))
      return;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z')
      ++end;
    if (end > link.end)
      dom->insert(
          dom->create({.kind = html::DomKind::Text, .span = {.begin = link.end, .end = end}}),
          host);
  }

  void queue(Node node, html::NodeId host) {
    for (const html::Fragment &fragment : html::fragmentsOf(node)) {
      (*dom)[host].isHost = true;
      html::NodeId below = host;
      if (fragment.isApart) {
        below = dom->create({.kind = html::DomKind::Element,
                             .isHost = true,
                             .isBarrier = true,
                             .span = fragment.span});
        dom->insert(below, host);
      }
      tasks.push_back({.fragment = fragment, .host = below});
    }
  }

  const Document *document;
  html::Dom *dom;
  std::vector<Task> tasks;
  html::Tokens raw, quoted, listed, wrapped;
};

} // namespace

HtmlTree::HtmlTree(const Document &document) { Builder(document, tree).run(); }

} // namespace wikivet
