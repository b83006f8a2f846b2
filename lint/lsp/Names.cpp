// SPDX-License-Identifier: MIT
#include "lint/lsp/Names.h"

#include "lint/model/References.h"
#include "lint/model/Sections.h"
#include "lint/model/Tags.h"
#include "lint/model/Templates.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace wikivet::lsp {

namespace {

using Kind = NamePlace::Kind;

class NameFinder {
public:
  explicit NameFinder(const Document &document)
      : document(&document), tree(&document.tree()), text(document.source().text()) {}

  std::vector<NamePlace> find() {
    for (const Reference &reference : document->references().all())
      if (reference.nameIsKnown && !reference.name.empty())
        addReference(reference);
    for (const NamePlace &place : places)
      groups[std::string(referenceName(place.key))].insert(place.key);
    for (const Template &call : document->templates().all())
      addCall(call);
    addHeadings();
    addLinks();
    std::ranges::sort(places, {}, &NamePlace::span);
    return std::move(places);
  }

private:
  void addReference(const Reference &reference) {
    std::string_view name;
    NamePlace place{.kind = Kind::Reference,
                    .key = referenceKey(reference.group, reference.name),
                    .span = {},
                    .whole = reference.tag,
                    .isDefinition = reference.defines};
    if (reference.node.is(NodeKind::Extension)) {
      Node attribute = findAttribute(reference.node.firstChild(), "name");
      Node value = attribute ? attribute.child(NodeKind::AttributeValue) : Node();
      if (!value)
        return;
      name = unquote(value.text());
      place.mayNeedQuotes = name.size() == value.text().size();
    } else {
      for (Node argument : reference.node.children()) {
        Node key = argument.child(NodeKind::ArgumentName);
        if (argument.is(NodeKind::TemplateArgument) && key && trim(key.text()) == "name")
          name = unquote(trim(argument.text().substr(key.span().size() + 2)));
      }
    }
    if (name.empty())
      return;
    place.span = tree->spanOf(name);
    places.push_back(std::move(place));
  }

  /// A template names a reference if it is known to, or if a parameter is called so and its value
  /// is the name of one.
  void addCall(const Template &call) {
    const Wiki &wiki = document->wiki();
    bool reuses = wiki.isTemplateIn("named-ref", call.name);
    bool makesNotes = wiki.isTemplateIn("note-ref", call.name);
    const Argument *group = call.argument("group");
    for (const Argument &argument : call.arguments) {
      bool isName = makesNotes && argument.name == "name";
      bool mayBeName = (reuses && !argument.named) || argument.name == "refname" ||
                       argument.name == "ref-name" || argument.name == "ref_name";
      std::string_view written = unquote(argument.text(*tree));
      if ((!isName && !mayBeName) || written.empty() ||
          written.find_first_of("{[<|\n") != std::string_view::npos)
        continue;
      std::string name = collapseSpaces(written);
      std::optional<std::string> key = keyOf(name, group);
      // Notes of one family have a group of their own, which the template knows.
      if (!key && isName)
        key = referenceKey("template " + call.name, name);
      if (!key)
        continue;
      places.push_back({.kind = Kind::Reference,
                        .key = std::move(*key),
                        .span = tree->spanOf(written),
                        .whole = call.node.span(),
                        .isDefinition = isName && definesNote(call)});
    }
  }

  static bool definesNote(const Template &call) {
    const Argument *body = call.argument("1");
    return body && !body->trimmed.empty();
  }

  /// The reference on the page that a template means; nothing if there is none.
  std::optional<std::string> keyOf(const std::string &name, const Argument *group) const {
    auto found = groups.find(name);
    if (found == groups.end())
      return std::nullopt;
    std::string key = referenceKey(group ? std::string(group->text(*tree)) : std::string(), name);
    if (found->second.contains(key))
      return key;
    return !group && found->second.size() == 1 ? std::optional(*found->second.begin())
                                               : std::nullopt;
  }

  void addHeadings() {
    std::map<std::string, uint32_t> count;
    for (const Section &section : document->sections().all()) {
      if (!section.heading)
        continue;
      Node open = section.heading.firstChild(), close;
      for (Node child : section.heading.children())
        if (child.is(NodeKind::HeadingMarker))
          close = child;
      if (close == open)
        continue;
      std::string_view title = trim(text.substr(open.end(), close.begin() - open.end()));
      std::string key = sectionKey(section.title);
      // Later sections of the same title are linked to as `Title 2`.
      if (uint32_t number = ++count[key]; number > 1)
        key += fmt::format(" {}", number);
      places.push_back({.kind = Kind::Section,
                        .key = std::move(key),
                        .span = tree->spanOf(title),
                        .whole = section.heading.span(),
                        .isDefinition = true,
                        .hasMarkup = collapseSpaces(title) != section.title});
    }
  }

  void addLinks() {
    const std::string &page = document->source().title();
    for (uint32_t i = 0; i < tree->size(); ++i) {
      Node link = tree->node(i);
      Node target = link.is(NodeKind::Wikilink) ? link.child(NodeKind::LinkTarget) : Node();
      if (!target || target.firstChild())
        continue;
      size_t mark = target.text().find('#');
      if (mark == std::string_view::npos)
        continue;
      std::string_view title = trim(target.text().substr(0, mark));
      std::string_view fragment = trim(target.text().substr(mark + 1));
      if ((!title.empty() && title != page) || fragment.empty())
        continue;
      places.push_back({.kind = Kind::Section,
                        .key = sectionKey(fragment),
                        .span = tree->spanOf(fragment),
                        .whole = link.span()});
    }
  }

  const Document *document;
  const Tree *tree;
  std::string_view text;
  std::vector<NamePlace> places;
  std::map<std::string, std::set<std::string>> groups; ///< keys of references by name
};

} // namespace

std::vector<NamePlace> namePlaces(const Document &document) { return NameFinder(document).find(); }

std::string sectionKey(std::string_view title) {
  std::string key(title);
  std::ranges::replace(key, '_', ' ');
  return collapseSpaces(key);
}

std::string referenceKey(std::string_view group, std::string_view name) {
  return fmt::format("{}\x1f{}", group, name);
}

std::string_view referenceName(std::string_view key) { return key.substr(key.find('\x1f') + 1); }

const NamePlace *placeAt(const std::vector<NamePlace> &places, uint32_t offset) {
  const NamePlace *best = nullptr;
  for (const NamePlace &place : places) {
    bool isIn = place.whole.begin <= offset && offset <= place.whole.end;
    if (isIn && (!best || place.whole.size() <= best->whole.size()))
      best = &place;
    // The name itself says more than what is around it.
    if (place.span.begin <= offset && offset <= place.span.end)
      return &place;
  }
  return best;
}

} // namespace wikivet::lsp
