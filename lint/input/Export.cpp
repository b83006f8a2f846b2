// SPDX-License-Identifier: MIT
#include "lint/input/Export.h"

#include "lint/support/Text.h"

#include <expat.h>
#include <fmt/format.h>

#include <queue>

namespace wikivet {

bool looksLikeExport(std::string_view begin) {
  if (begin.starts_with("\xEF\xBB\xBF"))
    begin.remove_prefix(3);
  begin = trim(begin);
  if (begin.starts_with("<?xml"))
    begin = trim(begin.substr(std::min(begin.find('>') + 1, begin.size())));
  return begin.starts_with("<mediawiki");
}

namespace {

struct ParserDeleter {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// Whether all revisions of a page are wanted, or the last alone.
enum class Revisions : uint8_t { Last, All };

/// Reads an export with expat, a block at a time, until a revision is complete.
class ExportParser {
public:
  ExportParser(InputFile file, std::string name, std::string begin, Revisions wanted)
      : file(std::move(file)), name(std::move(name)), block(std::move(begin)), wanted(wanted),
        parser(XML_ParserCreate(nullptr)) {
    XML_SetUserData(parser.get(), this);
    XML_SetElementHandler(parser.get(), onStart, onEnd);
    XML_SetCharacterDataHandler(parser.get(), onText);
  }

  /// Nothing at the end, or after an error, which is set then.
  std::optional<Revision> next(std::optional<Error> &error) {
    while (ready.empty() && !done)
      parseBlock(error);
    if (ready.empty())
      return std::nullopt;
    Revision revision = std::move(ready.front());
    ready.pop();
    return revision;
  }

private:
  void parseBlock(std::optional<Error> &error) {
    constexpr size_t blockSize = size_t{1} << 18;
    if (block.empty())
      if (auto result = file.read(block, blockSize); !result) {
        error = result.error();
        done = true;
        return;
      }
    done = block.empty();
    if (XML_Parse(parser.get(), block.data(), static_cast<int>(block.size()), done) !=
        XML_STATUS_OK) {
      error = Error{fmt::format("{}:{}: the export is broken here: {}", name,
                                XML_GetCurrentLineNumber(parser.get()),
                                XML_ErrorString(XML_GetErrorCode(parser.get())))};
      done = true;
    }
    block.clear();
  }

  static void onStart(void *self, const XML_Char *element, const XML_Char ** /*attributes*/) {
    static_cast<ExportParser *>(self)->start(element);
  }
  static void onEnd(void *self, const XML_Char *element) {
    static_cast<ExportParser *>(self)->finish(element);
  }
  static void onText(void *self, const XML_Char *text, int length) {
    auto *parser = static_cast<ExportParser *>(self);
    if (parser->target)
      parser->target->append(text, static_cast<size_t>(length));
  }

  void start(std::string_view element) {
    if (element == "page") {
      title.clear();
      text.reset();
    } else if (element == "dbname") {
      target = &wiki;
    } else if (element == "title") {
      target = &title;
    } else if (element == "revision") {
      id.clear();
      inRevision = true;
    } else if (element == "id" && inRevision && id.empty()) {
      // The revision's own comes before its contributor's.
      target = &id;
    } else if (element == "text") {
      // A later revision replaces an earlier one.
      target = &text.emplace();
    }
  }

  void finish(std::string_view element) {
    target = nullptr;
    if (element == "revision")
      inRevision = false;
    bool isComplete = element == (wanted == Revisions::All ? "revision" : "page");
    if (!isComplete || !text)
      return;
    ready.push({.id = id, .page = std::make_unique<Source>(name, std::move(*text), title, wiki)});
    text.reset();
  }

  InputFile file;
  std::string name;
  std::string block;
  Revisions wanted;
  std::unique_ptr<XML_ParserStruct, ParserDeleter> parser;
  std::queue<Revision> ready;
  std::string wiki; ///< of the site information
  std::string title, id;
  std::optional<std::string> text;
  std::string *target = nullptr;
  bool inRevision = false;
  bool done = false;
};

class ExportStream final : public PageStream {
public:
  ExportStream(InputFile file, std::string name, std::string begin)
      : parser(std::move(file), std::move(name), std::move(begin), Revisions::Last) {}

  std::unique_ptr<Source> next() override {
    std::optional<Revision> revision = parser.next(failure);
    return revision ? std::move(revision->page) : nullptr;
  }

private:
  ExportParser parser;
};

class ExportRevisions final : public RevisionStream {
public:
  ExportRevisions(InputFile file, std::string name)
      : parser(std::move(file), std::move(name), "", Revisions::All) {}

  std::optional<Revision> next() override { return parser.next(failure); }

private:
  ExportParser parser;
};

void appendUtf8(std::string &text, uint32_t c) {
  auto add = [&](uint32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6));
    add(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12));
    add(0x80 | ((c >> 6) & 0x3F));
    add(0x80 | (c & 0x3F));
  } else {
    add(0xF0 | (c >> 18));
    add(0x80 | ((c >> 12) & 0x3F));
    add(0x80 | ((c >> 6) & 0x3F));
    add(0x80 | (c & 0x3F));
  }
}

/// Undoes XML's escapes; what is none stays.
std::string unescape(std::string_view text) {
  static constexpr std::pair<std::string_view, char> names[] = {
      {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
  std::string result;
  result.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    size_t end = text[i] == '&' ? text.substr(i, 12).find(';') : std::string_view::npos;
    std::string_view name = end == std::string_view::npos ? "" : text.substr(i + 1, end - 1);
    bool found = false;
    for (auto [entity, character] : names)
      if (name == entity) {
        result += character;
        found = true;
      }
    if (!found && name.size() > 1 && name.front() == '#') {
      bool isHex = name[1] == 'x' || name[1] == 'X';
      std::string digits(name.substr(isHex ? 2 : 1));
      char *rest = nullptr;
      unsigned long value = std::strtoul(digits.c_str(), &rest, isHex ? 16 : 10);
      if (!digits.empty() && *rest == '\0' && value > 0 && value <= 0x10FFFF) {
        appendUtf8(result, static_cast<uint32_t>(value));
        found = true;
      }
    }
    if (found)
      i += end;
    else
      result += text[i];
  }
  return result;
}

std::string_view between(std::string_view text, std::string_view open, std::string_view close) {
  size_t begin = text.find(open);
  if (begin == std::string_view::npos)
    return {};
  begin += open.size();
  size_t end = text.find(close, begin);
  return end == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin);
}

} // namespace

std::unique_ptr<PageStream> makeExportStream(InputFile file, std::string name, std::string begin) {
  return std::make_unique<ExportStream>(std::move(file), std::move(name), std::move(begin));
}

std::expected<std::unique_ptr<RevisionStream>, Error> openRevisions(const std::string &path) {
  auto file = InputFile::open(path);
  if (!file)
    return std::unexpected(file.error());
  return std::make_unique<ExportRevisions>(std::move(*file), path);
}

std::unique_ptr<Source> readExportFragment(const std::string &name, std::string_view text) {
  // Articles mention `<text>` too, so nothing but a title and XML elements may stand before it.
  constexpr size_t headSize = 4096;
  size_t open = text.substr(0, headSize).find("<text ");
  size_t openEnd = open == std::string_view::npos ? open : text.find('>', open);
  if (openEnd == std::string_view::npos ||
      text.substr(open, openEnd - open).find("xml:space=\"preserve\"") == std::string_view::npos)
    return nullptr;
  std::string_view head = text.substr(0, open);
  for (std::string_view markup : {"{{", "[[", "==", "''"})
    if (head.find(markup) != std::string_view::npos)
      return nullptr;
  std::string_view title = between(head, "<title>", "</title>");
  if (title.empty())
    if (std::string_view line = trim(head.substr(0, head.find('\n'))); !line.starts_with('<'))
      title = line;
  std::string_view body = text.substr(openEnd + 1);
  body = body.substr(0, body.find("</text>"));
  return std::make_unique<Source>(name, unescape(body), unescape(title));
}

} // namespace wikivet
