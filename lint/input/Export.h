// SPDX-License-Identifier: MIT
#pragma once

#include "lint/input/ByteStream.h"
#include "lint/input/PageFilter.h"
#include "lint/support/Error.h"
#include "lint/support/Source.h"

#include <compare>
#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <string_view>

struct XML_ParserStruct; // NOLINT(readability-identifier-naming): not ours

namespace wikivet {

/// Whether a file that begins like this is a MediaWiki XML export.
bool looksLikeExport(std::string_view begin);

/// How far an export has been read: so many pages are done, and so many revisions of the next one.
/// Pages and revisions that aren't wanted count too.
struct PagePosition {
  uint64_t pages = 0;
  uint64_t revisions = 0;
  friend auto operator<=>(PagePosition, PagePosition) = default;
};

/// A revision of a page in an export.
struct Revision {
  std::string id; ///< digits; empty if the export gives none
  std::unique_ptr<Source> page;
  PagePosition done; ///< with this one
};

/// Reads MediaWiki's XML exports of any version, in constant memory: the pages that a filter wants,
/// in the order of the file; a page's revisions stand together, usually the oldest first. Pages
/// that aren't wikitext (scripts, styles, data) and revisions without a text are left out.
class ExportReader {
public:
  /// `name` is the path of pages, with `#` and the revision's id behind it if all revisions are
  /// wanted. What is done already is not given again. If the bytes are a part of the file,
  /// `pagesBefore` is how many pages they have left out at the beginning.
  ExportReader(std::unique_ptr<ByteStream> bytes, std::string name, PageFilter filter = {},
               PagePosition done = {}, std::optional<uint64_t> pagesBefore = std::nullopt);
  ~ExportReader();
  ExportReader(const ExportReader &) = delete;
  ExportReader &operator=(const ExportReader &) = delete;

  /// The next revision, or nothing at the end or after an error.
  std::optional<Revision> next();
  /// Why reading ended early, if it did. The revisions before were good.
  const std::optional<Error> &error() const { return failure; }
  /// How many pages were left out by their content model.
  const std::map<std::string, uint64_t> &otherModels() const { return models; }
  uint64_t bytesRead() const { return bytes->bytesRead(); }

private:
  void parseBlock();
  void fail(std::string_view reason);
  void stop(std::string_view reason);
  void start(std::string_view element, const char **attributes);
  void finish(std::string_view element);
  void finishRevision();
  void finishPage();
  /// Whether the page that is being read is wanted, once its title is known.
  bool isWanted();
  void give(std::string text, const std::string &revision, PagePosition position);

  static void onStart(void *self, const char *element, const char **attributes);
  static void onEnd(void *self, const char *element);
  static void onText(void *self, const char *text, int length);

  struct ParserDeleter {
    void operator()(XML_ParserStruct *parser) const;
  };

  std::unique_ptr<ByteStream> bytes;
  std::string name;
  PageFilter filter;
  PagePosition skipped;  ///< what is not given again
  PagePosition position; ///< what is being read: pages before it, revisions of it before
  std::unique_ptr<XML_ParserStruct, ParserDeleter> parser;
  std::string block;
  std::queue<Revision> ready;
  std::optional<Error> failure;
  bool isPart;
  bool atEnd = false;
  uint32_t depth = 0;   ///< of elements
  uint64_t silence = 0; ///< bytes since the parser last told anything

  // Of the site.
  std::string wiki;
  Namespaces namespaces;
  std::string namespaceKey, namespaceName;
  // Of the page.
  std::string title, pageNamespace;
  std::optional<bool> wanted; ///< nothing: not known yet
  struct Candidate {
    std::string id, timestamp;
    std::optional<std::string> text; ///< nothing: it can't be linted
  };
  std::optional<Candidate> latest;
  std::string lastModel; ///< of a revision that isn't wikitext
  // Of the revision.
  std::string id, timestamp, model;
  std::optional<std::string> text;
  bool inRevision = false;
  bool inSlot = false; ///< another than the main one

  std::string *target = nullptr; ///< where the text of the current element goes
  std::map<std::string, uint64_t> models;
  uint64_t texts = 0, stubs = 0; ///< revisions with a text, and with the size of one only
};

/// All revisions of all pages of an export.
std::expected<std::unique_ptr<ExportReader>, Error> openRevisions(const std::string &path);

} // namespace wikivet
