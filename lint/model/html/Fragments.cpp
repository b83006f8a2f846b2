// SPDX-License-Identifier: MIT
#include "lint/model/Tags.h"
#include "lint/model/html/Tokenizer.h"
#include "lint/support/Text.h"

namespace wikivet::html {

/// The children of a node from `first` on.
static Fragment childrenOf(Node node, uint32_t first) {
  return {.first = first,
          .last = node.subtreeEnd(),
          .span = {.begin = node.begin(), .end = node.end()}};
}

/// The last caption of a file, which is the one that is shown.
static void addCaption(Node file, bool isApart, std::vector<Fragment> &found) {
  Node caption;
  for (Node child : file.children())
    if (child.is(NodeKind::LinkText))
      caption = child;
  if (!caption)
    return;
  found.push_back(childrenOf(caption, caption.index() + 1));
  found.back().isApart = isApart;
}

std::vector<Fragment> fragmentsOf(Node node) {
  std::vector<Fragment> found;
  switch (node.kind()) {
  case NodeKind::Wikilink:
    if (Node text = node.child(NodeKind::LinkText))
      found.push_back(childrenOf(text, text.index() + 1));
    break;
  case NodeKind::FileLink:
    addCaption(node, false, found);
    break;
  case NodeKind::ExternalLink:
    if (Node url = node.firstChild(); url && url.nextSibling()) {
      Fragment text = childrenOf(node, url.subtreeEnd());
      text.span = {.begin = url.end(), .end = node.end() - 1};
      found.push_back(text);
    }
    break;
  case NodeKind::Extension: {
    std::string name = tagName(node);
    Node start = node.firstChild();
    if (!start.is(NodeKind::StartTag))
      break;
    if (name == "gallery") {
      for (Node line : node.children())
        if (line.is(NodeKind::GalleryLine))
          addCaption(line, true, found);
    } else if (isAnyOf(name, {"ref", "poem", "references", "indicator"})) {
      Fragment body = childrenOf(node, start.subtreeEnd());
      Node end = node.child(NodeKind::EndTag);
      body.last = end ? end.index() : node.subtreeEnd();
      body.span = {.begin = start.end(), .end = end ? end.begin() : node.end()};
      body.isInline = name == "ref" || name == "indicator";
      body.isApart = true;
      found.push_back(body);
    }
    break;
  }
  default:
    break;
  }
  return found;
}

} // namespace wikivet::html
