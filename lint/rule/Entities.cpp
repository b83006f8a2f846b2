// SPDX-License-Identifier: MIT
#include "lint/rule/Entities.h"

#include "lint/model/PlainText.h"
#include "lint/model/References.h"
#include "lint/model/SchemaCalls.h"
#include "lint/model/Sections.h"
#include "lint/model/Tags.h"
#include "lint/model/Templates.h"
#include "lint/model/Urls.h"
#include "lint/rule/TableEntities.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <array>

namespace wikivet {

namespace {

// Parts that several entities have

bool readerText(Node node, const Document & /*document*/, PartText &out) {
  out = plainText(node);
  return true;
}
bool wholeText(Node node, const Document & /*document*/, PartText &out) {
  out = node.text();
  return true;
}

/// Trimmed text of a child.
bool takeChild(Node node, NodeKind kind, PartText &out) {
  Node child = node.child(kind);
  if (child)
    out = trim(child.text());
  return static_cast<bool>(child);
}

// Templates and their arguments

bool templateName(Node node, const Document &document, PartText &out) {
  const Template *call = document.templates().at(node);
  if (call)
    out = std::string_view(call->name);
  return call != nullptr;
}

std::optional<int64_t> argumentCount(Node node, const Document &document) {
  const Template *call = document.templates().at(node);
  return call ? static_cast<int64_t>(call->arguments.size()) : 0;
}

bool templateParameter(Node node, const Document &document, std::string_view name, PartText &out) {
  const Template *call = document.templates().at(node);
  const Argument *argument = call ? call->argument(name) : nullptr;
  if (argument)
    out = argument->text(document.tree());
  return argument != nullptr;
}

const Argument *argumentAt(Node node, const Document &document) {
  const Template *call = document.templates().at(node.parent());
  return call ? call->argumentAt(node) : nullptr;
}

bool isTemplateArgument(Node node, const Document & /*document*/) {
  return node.parent().is(NodeKind::Template);
}
bool paramName(Node node, const Document &document, PartText &out) {
  const Argument *argument = argumentAt(node, document);
  if (argument)
    out = std::string_view(argument->name);
  return argument != nullptr;
}
bool paramValue(Node node, const Document &document, PartText &out) {
  const Argument *argument = argumentAt(node, document);
  if (argument)
    out = argument->text(document.tree());
  return argument != nullptr;
}
bool paramTemplate(Node node, const Document &document, PartText &out) {
  return templateName(node.parent(), document, out);
}
bool paramType(Node node, const Document &document, PartText &out) {
  const SchemaCall *call = document.schemaCalls().at(node.parent());
  const SchemaArgument *argument = call ? call->argumentAt(node) : nullptr;
  if (!argument || !argument->meaning.parameter)
    return false;
  out = nameOf(valueTypeWords, argument->meaning.parameter->type);
  return true;
}
bool paramIsNamed(Node node, const Document & /*document*/) {
  return static_cast<bool>(node.child(NodeKind::ArgumentName));
}

// Links

std::string_view withoutColon(std::string_view target) {
  return target.starts_with(':') ? trim(target.substr(1)) : target;
}
bool isCategory(Node node, const Document &document) {
  std::string_view target = trim(node.firstChild().text());
  return document.wiki().namespaceOf(target) == 14;
}
bool isLink(Node node, const Document &document) { return !isCategory(node, document); }
bool linkTarget(Node node, const Document & /*document*/, PartText &out) {
  return takeChild(node, NodeKind::LinkTarget, out);
}
bool linkText(Node node, const Document & /*document*/, PartText &out) {
  Node text = node.child(NodeKind::LinkText);
  if (text)
    out = trim(text.text().substr(1));
  return static_cast<bool>(text);
}
bool linkFragment(Node node, const Document & /*document*/, PartText &out) {
  std::string_view target = trim(node.firstChild().text());
  size_t hash = target.find('#');
  if (hash == std::string_view::npos)
    return false;
  out = target.substr(hash + 1);
  return true;
}
std::optional<int64_t> linkNamespace(Node node, const Document &document) {
  return document.wiki().namespaceOf(withoutColon(trim(node.firstChild().text())));
}
bool linkIsPiped(Node node, const Document & /*document*/) {
  return static_cast<bool>(node.child(NodeKind::LinkText));
}
bool afterColon(Node node, const Document & /*document*/, PartText &out) {
  std::string_view target = trim(node.firstChild().text());
  size_t colon = target.find(':');
  if (colon == std::string_view::npos)
    return false;
  out = trim(target.substr(colon + 1));
  return true;
}

/// Options of a file link by kind: `alt`, `size`, `format` …; the text with its name, as written.
bool fileOption(Node node, const Document & /*document*/, std::string_view name, PartText &out) {
  for (Node child : node.children()) {
    std::string_view kind = nodeKindName(child.kind());
    if (!kind.ends_with("_option") || kind.substr(0, kind.size() - 7) != name)
      continue;
    std::string_view text = trim(child.text());
    size_t equals = text.find('=');
    out = equals == std::string_view::npos ? text : trim(text.substr(equals + 1));
    return true;
  }
  return false;
}

// Addresses

template <auto Member> bool urlPart(Node node, const Document & /*document*/, PartText &out) {
  Url url = parseUrl(node.text(), 0);
  if constexpr (std::is_same_v<decltype(url.*Member), Span &>)
    out = node.text().substr((url.*Member).begin, (url.*Member).size());
  else
    out = std::move(url.*Member);
  return true;
}
bool urlIsBracketed(Node node, const Document & /*document*/) {
  return node.parent().is(NodeKind::ExternalLink);
}
bool urlLabel(Node node, const Document & /*document*/, PartText &out) {
  if (!node.parent().is(NodeKind::ExternalLink))
    return false;
  out = trim(node.tree().sourceText().substr(node.end(), node.parent().end() - 1 - node.end()));
  return true;
}

// Tags

bool tagNamePart(Node node, const Document & /*document*/, PartText &out) {
  std::string name = tagName(node);
  bool found = !name.empty();
  out = std::move(name);
  return found;
}
bool tagHasAttribute(Node node, const Document & /*document*/, std::string_view name,
                     PartText &out) {
  Node tag = attributeTag(node);
  out = attributeValue(tag, name);
  return static_cast<bool>(findAttribute(tag, name));
}
bool tagContent(Node node, const Document & /*document*/, PartText &out) {
  if (!node.isOneOf(NodeKind::Element, NodeKind::Extension))
    return false;
  Node end = node.child(NodeKind::EndTag);
  uint32_t begin = node.firstChild().end();
  out = node.tree().sourceText().substr(begin, (end ? end.begin() : node.end()) - begin);
  return true;
}
bool attributeName(Node node, const Document & /*document*/, PartText &out) {
  out = lowerCase(node.firstChild().text());
  return true;
}
bool attributeText(Node node, const Document & /*document*/, PartText &out) {
  Node value = node.child(NodeKind::AttributeValue);
  if (value)
    out = unquote(value.text());
  return static_cast<bool>(value);
}
bool attributeOwner(Node node, const Document & /*document*/, PartText &out) {
  Node owner = node.parent();
  switch (owner.kind()) {
  case NodeKind::Table:
    out = std::string_view("table");
    return true;
  case NodeKind::TableRow:
    out = std::string_view("tr");
    return true;
  case NodeKind::TableCell:
    out = std::string_view("td");
    return true;
  case NodeKind::TableHeaderCell:
    out = std::string_view("th");
    return true;
  case NodeKind::TableCaption:
    out = std::string_view("caption");
    return true;
  default:
    out = tagName(owner);
    return true;
  }
}

// References

bool isReference(Node node, const Document &document) {
  return document.references().at(node) != nullptr;
}
bool refName(Node node, const Document &document, PartText &out) {
  out = std::string_view(document.references().at(node)->name);
  return true;
}
bool refGroup(Node node, const Document &document, PartText &out) {
  out = std::string_view(document.references().at(node)->group);
  return true;
}
bool refText(Node node, const Document &document, PartText &out) {
  Span body = document.references().at(node)->body;
  out = trim(node.tree().sourceText().substr(body.begin, body.size()));
  return true;
}
bool refDefines(Node node, const Document &document) {
  return document.references().at(node)->defines;
}

// The rest

std::optional<int64_t> headingLevel(Node node, const Document & /*document*/) {
  return node.firstChild().span().size();
}
bool sectionText(Node node, const Document &document, PartText &out) {
  const std::vector<Section> &sections = document.sections().all();
  uint32_t index = document.sections().indexAt(node.begin());
  uint32_t end = index + 1 < sections.size()
                     ? sections[index + 1].begin
                     : static_cast<uint32_t>(document.source().text().size());
  out = trim(document.source().text().substr(node.end(), end - node.end()));
  return true;
}
bool listMarker(Node node, const Document & /*document*/, PartText &out) {
  return takeChild(node, NodeKind::ListMarker, out);
}
bool commentText(Node node, const Document & /*document*/, PartText &out) {
  std::string_view text = node.text().substr(4);
  out = trim(text.ends_with("-->") ? text.substr(0, text.size() - 3) : text);
  return true;
}

constexpr EntityPart templateParts[] = {{.name = "name", .text = templateName},
                                        {.name = "arguments", .number = argumentCount}};
constexpr EntityPart paramParts[] = {{.name = "name", .text = paramName},
                                     {.name = "value", .verbatim = true, .text = paramValue},
                                     {.name = "template", .text = paramTemplate},
                                     {.name = "type", .text = paramType},
                                     {.name = "named", .flag = paramIsNamed}};
constexpr EntityPart linkParts[] = {{.name = "target", .verbatim = true, .text = linkTarget},
                                    {.name = "label", .verbatim = true, .text = linkText},
                                    {.name = "fragment", .verbatim = true, .text = linkFragment},
                                    {.name = "namespace", .number = linkNamespace},
                                    {.name = "piped", .flag = linkIsPiped}};
constexpr EntityPart categoryParts[] = {{.name = "name", .verbatim = true, .text = afterColon},
                                        {.name = "sort-key", .verbatim = true, .text = linkText},
                                        {.name = "target", .verbatim = true, .text = linkTarget}};
constexpr EntityPart fileParts[] = {{.name = "name", .verbatim = true, .text = afterColon},
                                    {.name = "caption", .verbatim = true, .text = linkText},
                                    {.name = "target", .verbatim = true, .text = linkTarget}};
constexpr EntityPart urlParts[] = {
    {.name = "address", .verbatim = true, .text = wholeText},
    {.name = "scheme", .verbatim = true, .text = urlPart<&Url::scheme>},
    {.name = "host", .verbatim = true, .text = urlPart<&Url::host>},
    {.name = "port", .verbatim = true, .text = urlPart<&Url::port>},
    {.name = "path", .verbatim = true, .text = urlPart<&Url::path>},
    {.name = "label", .verbatim = true, .isOutside = true, .text = urlLabel},
    {.name = "bracketed", .flag = urlIsBracketed}};
constexpr EntityPart tagParts[] = {{.name = "tag", .verbatim = true, .text = tagNamePart},
                                   {.name = "content", .verbatim = true, .text = tagContent}};
constexpr EntityPart attributeParts[] = {{.name = "name", .verbatim = true, .text = attributeName},
                                         {.name = "value", .verbatim = true, .text = attributeText},
                                         {.name = "tag", .text = attributeOwner}};
constexpr EntityPart refParts[] = {
    {.name = "name", .text = refName},
    {.name = "group", .verbatim = true, .isOutside = true, .text = refGroup},
    {.name = "body", .verbatim = true, .text = refText},
    {.name = "defines", .flag = refDefines}};
constexpr EntityPart headingParts[] = {{.name = "title", .text = readerText},
                                       {.name = "level", .number = headingLevel}};
constexpr EntityPart sectionParts[] = {
    {.name = "title", .text = readerText},
    {.name = "level", .number = headingLevel},
    {.name = "body", .verbatim = true, .isOutside = true, .text = sectionText}};
constexpr EntityPart listParts[] = {{.name = "content", .text = readerText},
                                    {.name = "marker", .verbatim = true, .text = listMarker}};
constexpr EntityPart commentParts[] = {{.name = "content", .verbatim = true, .text = commentText}};
constexpr EntityPart plainParts[] = {{.name = "content", .verbatim = true, .text = wholeText}};

const KindSet tagKinds = {
    NodeKind::Element,     NodeKind::Extension,     NodeKind::UnclosedTag,
    NodeKind::VoidElement, NodeKind::SelfClosedTag, NodeKind::UnclosedExtension,
    NodeKind::StrayEndTag, NodeKind::IncludeTag,    NodeKind::UnknownTag};

const std::array<Entity, 18> all = {{
    {"template", {NodeKind::Template}, templateParts, nullptr, templateParameter},
    {"param", {NodeKind::TemplateArgument}, paramParts, isTemplateArgument},
    {"link", {NodeKind::Wikilink}, linkParts, isLink},
    {"category", {NodeKind::Wikilink}, categoryParts, isCategory},
    {"file", {NodeKind::FileLink, NodeKind::GalleryLine}, fileParts, nullptr, fileOption},
    {"url", {NodeKind::Url}, urlParts},
    {"tag", tagKinds, tagParts, nullptr, tagHasAttribute},
    {"attribute", {NodeKind::Attribute}, attributeParts},
    {"ref", {NodeKind::Extension, NodeKind::ParserFunction}, refParts, isReference},
    cellEntity(),
    rowEntity(),
    tableEntity(),
    {"heading", {NodeKind::Heading}, headingParts},
    {"section", {NodeKind::Heading}, sectionParts},
    {"list-item", {NodeKind::ListItem}, listParts},
    {"comment", {NodeKind::Comment}, commentParts},
    {"entity", {NodeKind::Entity, NodeKind::UnknownEntity}, plainParts},
    {"prose", {NodeKind::Text}, plainParts},
}};

} // namespace

std::span<const Entity> entities() { return all; }

} // namespace wikivet
