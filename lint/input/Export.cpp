// SPDX-License-Identifier: MIT
#include "lint/input/Export.h"

#include "lint/support/Text.h"

#include <expat.h>
#include <fmt/format.h>

#include <charconv>
#include <utility>

namespace wikivet {

/// Far above what MediaWiki stores (2 MiB a page unless set otherwise), and far below what would
/// fill the memory.
static constexpr size_t longestText = size_t{64} << 20;
static constexpr size_t longestName = 4096;
/// Exports have six levels.
static constexpr uint32_t deepest = 50;

bool looksLikeExport(std::string_view begin) {
  if (begin.starts_with("\xEF\xBB\xBF"))
    begin.remove_prefix(3);
  begin = trim(begin);
  if (begin.starts_with("<?xml"))
    begin = trim(begin.substr(std::min(begin.find('>') + 1, begin.size())));
  return begin.starts_with("<mediawiki");
}

static uint64_t toNumber(std::string_view digits) {
  uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// The value of an attribute, as expat gives them; empty if it is not there.
static std::string_view attribute(const char **attributes, std::string_view name) {
  for (; *attributes; attributes += 2)
    if (*attributes == name)
      return attributes[1];
  return {};
}

void ExportReader::ParserDeleter::operator()(XML_ParserStruct *parser) const {
  XML_ParserFree(parser);
}

ExportReader::ExportReader(std::unique_ptr<ByteStream> bytes, std::string name, PageFilter filter,
                           PagePosition done, std::optional<uint64_t> pagesBefore)
    : bytes(std::move(bytes)), name(std::move(name)), filter(std::move(filter)), skipped(done),
      position{.pages = pagesBefore.value_or(0)}, parser(XML_ParserCreate(nullptr)),
      isPart(pagesBefore.has_value()) {
  XML_SetUserData(parser.get(), this);
  XML_SetElementHandler(parser.get(), onStart, onEnd);
  XML_SetCharacterDataHandler(parser.get(), onText);
}

ExportReader::~ExportReader() = default;

std::optional<Revision> ExportReader::next() {
  while (ready.empty() && !atEnd)
    parseBlock();
  if (ready.empty())
    return std::nullopt;
  Revision revision = std::move(ready.front());
  ready.pop();
  return revision;
}

void ExportReader::parseBlock() {
  constexpr size_t blockSize = size_t{1} << 18;
  block.clear();
  if (auto result = bytes->read(block, blockSize); !result) {
    failure = result.error();
    atEnd = true;
    return;
  }
  atEnd = block.empty();
  silence += block.size();
  bool isGood =
      XML_Parse(parser.get(), block.data(), static_cast<int>(block.size()), atEnd) == XML_STATUS_OK;
  if (!isGood && !failure)
    fail(XML_ErrorString(XML_GetErrorCode(parser.get())));
  else if (silence > longestText)
    fail("a tag or comment without end");
  else if (atEnd && texts == 0 && stubs > 0)
    failure = Error{fmt::format("{}: the export holds no texts: it is a list of revisions (a stub "
                                "dump)",
                                name)};
  atEnd = atEnd || failure;
}

void ExportReader::fail(std::string_view reason) {
  // Lines of a part are not those of the file.
  std::string line = isPart ? "" : fmt::format(":{}", XML_GetCurrentLineNumber(parser.get()));
  failure =
      Error{fmt::format("{}{}: the export is broken here{}: {}", name, line,
                        title.empty() ? "" : fmt::format(", in or behind '{}'", title), reason)};
}

void ExportReader::stop(std::string_view reason) {
  if (!failure)
    fail(reason);
  XML_StopParser(parser.get(), XML_FALSE);
}

void ExportReader::onStart(void *self, const char *element, const char **attributes) {
  static_cast<ExportReader *>(self)->start(element, attributes);
}

void ExportReader::onEnd(void *self, const char *element) {
  static_cast<ExportReader *>(self)->finish(element);
}

void ExportReader::onText(void *self, const char *text, int length) {
  auto *reader = static_cast<ExportReader *>(self);
  reader->silence = 0;
  if (!reader->target)
    return;
  bool isText = reader->text && reader->target == &*reader->text;
  size_t size = reader->target->size() + static_cast<size_t>(length);
  if (size <= (isText ? longestText : longestName)) {
    reader->target->append(text, static_cast<size_t>(length));
  } else {
    reader->stop(isText ? "a text of more than 64 MiB" : "a name without end");
  }
}

void ExportReader::start(std::string_view element, const char **attributes) {
  silence = 0;
  if (++depth > deepest) {
    stop("elements in one another without end");
    return;
  }
  if (inSlot)
    return;
  if (element == "page") {
    title.clear();
    pageNamespace.clear();
    wanted.reset();
    latest.reset();
    lastModel.clear();
    position.revisions = 0;
  } else if (element == "dbname") {
    target = &wiki;
  } else if (element == "namespace") {
    namespaceKey = attribute(attributes, "key");
    namespaceName.clear();
    target = &namespaceName;
  } else if (element == "title") {
    target = &title;
  } else if (element == "ns") {
    target = &pageNamespace;
  } else if (element == "revision") {
    id.clear();
    timestamp.clear();
    model.clear();
    text.reset();
    inRevision = true;
  } else if (element == "id" && inRevision && id.empty()) {
    // The revision's own comes before its contributor's.
    target = &id;
  } else if (element == "timestamp" && inRevision) {
    target = &timestamp;
  } else if (element == "model" && inRevision) {
    target = &model;
  } else if (element == "content" && inRevision) {
    // Since version 0.11, what pages hold besides their text.
    inSlot = true;
  } else if (element == "text" && inRevision && isWanted() &&
             attribute(attributes, "deleted").empty()) {
    target = &text.emplace();
    stubs += toNumber(attribute(attributes, "bytes")) > 0 ? 1 : 0;
  }
}

void ExportReader::finish(std::string_view element) {
  silence = 0;
  target = nullptr;
  --depth;
  if (element == "content")
    inSlot = false;
  else if (element == "namespace")
    namespaces.add(static_cast<int>(std::strtol(namespaceKey.c_str(), nullptr, 10)), namespaceName);
  else if (element == "revision")
    finishRevision();
  else if (element == "page")
    finishPage();
}

bool ExportReader::isWanted() {
  if (!wanted) {
    int number = pageNamespace.empty()
                     ? namespaces.ofTitle(title)
                     : static_cast<int>(std::strtol(pageNamespace.c_str(), nullptr, 10));
    wanted = position.pages >= skipped.pages &&
             (filter.namespaces.empty() || namespaces.isListed(number, filter.namespaces)) &&
             wantsTitle(filter, title);
  }
  return *wanted;
}

void ExportReader::finishRevision() {
  inRevision = false;
  ++position.revisions;
  if (!isWanted())
    return;
  texts += text && !text->empty() ? 1 : 0;
  if (!model.empty() && model != "wikitext") {
    lastModel = model;
    text.reset();
  }
  if (filter.revisions.latestOnly) {
    if (!latest || timestamp >= latest->timestamp)
      latest = {.id = id, .timestamp = timestamp, .text = std::move(text)};
    return;
  }
  if (!text)
    return;
  uint64_t number = toNumber(id);
  if (number >= filter.revisions.first && number <= filter.revisions.last && position > skipped)
    give(std::move(*text), id, position);
}

void ExportReader::finishPage() {
  ++position.pages;
  position.revisions = 0;
  if (latest && latest->text)
    give(std::move(*latest->text), latest->id, position);
  else if (!lastModel.empty())
    ++models[lastModel];
}

void ExportReader::give(std::string text, const std::string &revision, PagePosition done) {
  bool isNamed = !filter.revisions.latestOnly && !revision.empty();
  std::string path = isNamed ? fmt::format("{}#{}", name, revision) : name;
  ready.push({.id = revision,
              .page = std::make_unique<Source>(std::move(path), std::move(text), title, wiki),
              .done = done});
}

std::expected<std::unique_ptr<ExportReader>, Error> openRevisions(const std::string &path) {
  auto bytes = openBytes(path);
  if (!bytes)
    return std::unexpected(bytes.error());
  std::string start;
  if (auto result = readSample(**bytes, start); !result)
    return std::unexpected(result.error());
  if (!looksLikeExport(start))
    return std::unexpected(
        Error{fmt::format("{}: this is no XML export, of which a revision could be named", path)});
  PageFilter all;
  all.revisions.latestOnly = false;
  return std::make_unique<ExportReader>(rewind(std::move(start), std::move(*bytes)), path,
                                        std::move(all));
}

} // namespace wikivet
