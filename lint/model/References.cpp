// SPDX-License-Identifier: MIT
#include "lint/model/References.h"

#include "lint/model/Document.h"
#include "lint/model/Tags.h"
#include "lint/model/Templates.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <optional>

namespace wikivet {

/// Whether a body says anything: more than blanks and comments.
static bool saysSomething(Node node, Span body) {
  const Tree &tree = node.tree();
  for (uint32_t i = node.index() + 1; i < node.subtreeEnd(); i = tree.node(i).subtreeEnd()) {
    Node child = tree.node(i);
    if (!body.contains(child.span()) || child.is(NodeKind::Comment))
      continue;
    if (!child.is(NodeKind::Text) || !trim(child.text()).empty())
      return true;
  }
  return false;
}

static Reference readTag(Node node, const std::string &listGroup) {
  Node start = node.firstChild();
  Reference reference;
  reference.node = node;
  reference.tag = start.span();
  reference.name = collapseSpaces(attributeValue(start, "name"));
  reference.group = attributeValue(start, "group");
  if (reference.group.empty())
    reference.group = listGroup;
  reference.selfClosing = start.is(NodeKind::SelfClosingTag);
  Node end = node.child(NodeKind::EndTag);
  reference.body = {.begin = start.end(), .end = end ? end.begin() : start.end()};
  reference.defines = end && saysSomething(node, reference.body);
  for (uint32_t i = node.index() + 1; i < node.subtreeEnd() && !reference.holdsReference; ++i) {
    Node inner = node.tree().node(i);
    reference.holdsReference =
        inner.isOneOf(NodeKind::Extension, NodeKind::UnclosedExtension) && tagName(inner) == "ref";
  }
  reference.nameIsKnown = (reference.name + reference.group).find('{') == std::string::npos;
  return reference;
}

/// `{{#tag:ref|content|name=…|group=…}}`
static Reference readFunction(Node node, const std::string &listGroup) {
  Reference reference;
  reference.node = node;
  reference.tag = node.span();
  uint32_t position = 0;
  for (Node argument : node.children()) {
    if (!argument.is(NodeKind::TemplateArgument))
      continue;
    Node name = argument.firstChild();
    if (!name.is(NodeKind::ArgumentName)) {
      if (++position == 2)
        reference.body = {.begin = argument.begin() + 1, .end = argument.end()};
      continue;
    }
    std::string_view value = argument.text().substr(name.span().size() + 2);
    if (trim(name.text()) == "name")
      reference.name = collapseSpaces(unquote(value));
    else if (trim(name.text()) == "group")
      reference.group = unquote(value);
    else if (reference.body.empty())
      // A URL's '=' in the content looks like an argument's name.
      reference.body = {.begin = argument.begin() + 1, .end = argument.end()};
  }
  if (reference.group.empty())
    reference.group = listGroup;
  reference.defines = !reference.body.empty();
  reference.nameIsKnown = (reference.name + reference.group).find('{') == std::string::npos;
  return reference;
}

static bool isTagRef(Node node) {
  return node.is(NodeKind::ParserFunction) &&
         equalsIgnoringCase(trim(node.child(NodeKind::FunctionName).text()), "#tag:") &&
         node.child(NodeKind::TemplateArgument) &&
         equalsIgnoringCase(trim(node.child(NodeKind::TemplateArgument).text()), "ref");
}

/// The group that `{{reflist|group=…|refs=…}}` gives to the references in this argument, if it is
/// the one called `refs`.
static std::optional<std::string> listGroupOf(Node argument) {
  Node name = argument.child(NodeKind::ArgumentName);
  Node call = argument.parent();
  if (!name || trim(name.text()) != "refs" || !call.is(NodeKind::Template))
    return std::nullopt;
  for (Node other : call.children())
    if (Node key = other.child(NodeKind::ArgumentName); key && trim(key.text()) == "group")
      return std::string(unquote(other.text().substr(key.span().size() + 2)));
  return std::nullopt;
}

namespace {

/// What a reference stands in, so far as it says whether that is the list of references.
class Surroundings {
public:
  /// To be called for each node in preorder.
  void leave(Node node) {
    while (!open.empty() && node.index() >= open.back().end)
      open.pop_back();
  }
  void enter(Node node) {
    if (node.is(NodeKind::Extension))
      push(node,
           equalsIgnoringCase(node.firstChild().child(NodeKind::TagName).text(), "references"));
    else if (node.is(NodeKind::ParserFunction))
      push(node, says(node.child(NodeKind::TemplateArgument), "references"));
    else if (node.is(NodeKind::TemplateArgument) && node.parent().is(NodeKind::Template))
      push(node, says(node.child(NodeKind::ArgumentName), "refs"));
  }
  bool areList() const { return !open.empty() && open.back().isList; }

private:
  struct Construct {
    uint32_t end; ///< index behind its subtree
    bool isList;
  };
  static bool says(Node node, std::string_view word) { return node && trim(node.text()) == word; }
  void push(Node node, bool isList) { open.push_back({node.subtreeEnd(), isList}); }

  std::vector<Construct> open;
};

} // namespace

References::References(const Document &document) {
  const Tree &tree = document.tree();
  uint32_t listEnd = 0; // end of the subtree of the reference list that we are in
  std::string listGroup;
  Surroundings surroundings;
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node node = tree.node(i);
    if (i >= listEnd)
      listGroup.clear();
    surroundings.leave(node);
    bool isListed = surroundings.areList();
    surroundings.enter(node);
    auto add = [&](Reference reference) {
      reference.isListed = isListed;
      references.push_back(std::move(reference));
    };
    if (isTagRef(node))
      add(readFunction(node, listGroup));
    if (node.is(NodeKind::TemplateArgument))
      if (std::optional<std::string> group = listGroupOf(node)) {
        listEnd = node.subtreeEnd();
        listGroup = *group;
      }
    if (!node.is(NodeKind::Extension))
      continue;
    std::string_view name = node.firstChild().child(NodeKind::TagName).text();
    if (equalsIgnoringCase(name, "references")) {
      listEnd = node.subtreeEnd();
      listGroup = attributeValue(node.firstChild(), "group");
    } else if (equalsIgnoringCase(name, "ref")) {
      add(readTag(node, listGroup));
    }
  }
  std::string_view source = tree.sourceText();
  // A name is short; long values are prose.
  constexpr uint32_t longestName = 100;
  for (const Template &call : document.templates().all())
    for (const Argument &argument : call.arguments)
      if (!argument.trimmed.empty() && argument.trimmed.size() <= longestName)
        templateValues.push_back(collapseSpaces(
            unquote(source.substr(argument.trimmed.begin, argument.trimmed.size()))));
  std::ranges::sort(templateValues);
}

const Reference *References::at(Node node) const {
  return findAt(references, node, &Reference::node);
}

Node enclosingReference(Node node) {
  for (Node outer = node.parent(); outer; outer = outer.parent())
    if (outer.is(NodeKind::Extension) && tagName(outer) == "ref")
      return outer;
  return {};
}

bool References::isNamedByTemplate(std::string_view name) const {
  return std::ranges::binary_search(templateValues, name);
}

bool isTextOfSelfClosed(Node selfClosed, Node strayEnd) {
  if (!selfClosed.is(NodeKind::Extension) ||
      !selfClosed.firstChild().is(NodeKind::SelfClosingTag) ||
      selfClosed.parent() != strayEnd.parent())
    return false;
  constexpr uint32_t longest = 2000;
  uint32_t size = strayEnd.begin() - selfClosed.end();
  if (size > longest)
    return false;
  std::string_view text = selfClosed.tree().sourceText().substr(selfClosed.end(), size);
  return !trim(text).empty() && text.find("\n\n") == std::string_view::npos;
}

} // namespace wikivet
