// SPDX-License-Identifier: MIT
#pragma once

#include "lint/input/WikiApi.h"
#include "lint/support/Error.h"

#include <cstdint>
#include <deque>
#include <expected>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace wikivet {

/// Which pages of a wiki are wanted: those of each kind, one kind after the other.
struct WikiSelection {
  std::vector<std::string> titles;
  std::vector<uint64_t> revisions; ///< their numbers
  std::vector<std::string> categories;
  uint32_t recentChanges = 0;  ///< so many pages, those that were changed last
  std::vector<int> namespaces; ///< of categories (empty: all) and of recent changes (empty: 0)
  bool withParents = false;    ///< whether the revision before each is wanted too

  bool isGiven() const {
    return !titles.empty() || !revisions.empty() || !categories.empty() || recentChanges > 0;
  }
};

/// A revision of a page in wikitext.
struct WikiRevision {
  uint64_t id = 0;
  uint64_t parent = 0; ///< the revision before it; 0: it is the first
  uint64_t pageId = 0;
  std::string title;
  std::string text;
  std::string address; ///< of the page
  std::string parentText;
  bool isByNumber = false; ///< whether it was asked for by its number

  /// The address of one of the page's revisions.
  std::string addressOf(uint64_t revision) const;
};

/// Reads revisions of a wiki's pages through its API, some at a time: the last revision of each
/// page, or those that were asked for by number. Pages that are no wikitext are left out, with a
/// note. A page that several categories or changes name comes once.
class WikiRevisions {
public:
  /// Asks the wiki who it is. `batch` is how many pages are asked for at a time, from 1 to 50.
  static std::expected<WikiRevisions, Error> open(WikiApi api, WikiSelection selection,
                                                  uint32_t batch);

  /// The next revision; why it, or a category, can't be had, after which the next one may be asked
  /// for; nothing after the last.
  std::optional<std::expected<WikiRevision, Error>> next();

  /// As `enwiki`; empty if the wiki does not tell.
  const std::string &wikiId() const { return id; }

private:
  using Item = std::expected<WikiRevision, Error>;
  enum class KeyKind : uint8_t { Title, PageId, Revision };
  /// By the key that asked for each: a title as the wiki writes it, or a number. Nothing for what
  /// is left out.
  using Items = std::unordered_map<std::string, std::optional<Item>>;
  struct Answers {
    Items items;
    std::unordered_map<std::string, std::string> normalized; ///< titles, as the wiki writes them
  };

  WikiRevisions(WikiApi api, WikiSelection selection, uint32_t batch)
      : api(std::move(api)), selection(std::move(selection)), batch(batch) {}

  /// Takes in what the wiki says about itself.
  void readSite(const nlohmann::json &query);
  /// Makes `ready` longer, if there is more to come; false after all.
  bool fill();
  bool fillFromTitles();
  bool fillFromNumbers();
  /// Reads on in the list of a category or of changes, which may be all of it.
  void fillFromList(const std::string &list, WikiApi::Parameters parameters);
  std::string categoryTitle(const std::string &name) const;

  void fetch(KeyKind kind, const std::vector<std::string> &keys);
  std::expected<Answers, Error> ask(KeyKind kind, const std::vector<std::string> &keys);
  void readAnswer(const nlohmann::json &query, KeyKind kind, Answers &answers) const;
  void readPage(const nlohmann::json &page, KeyKind kind, Items &items) const;
  std::optional<Item> readRevision(const nlohmann::json &revision, WikiRevision page) const;
  void addParents(std::vector<Item> &found);
  /// Says that nothing more can be read.
  void giveUp(const Error &error);
  std::unexpected<Error> problem(std::string_view what, std::string_view why) const;

  WikiApi api;
  WikiSelection selection;
  uint32_t batch;
  std::string id;
  std::vector<std::string> categoryNames; ///< of the namespace

  std::deque<Item> ready;
  size_t titlesDone = 0, revisionsDone = 0, categoriesDone = 0;
  WikiApi::Parameters listNext;        ///< where the current list goes on; empty: it has not begun
  std::unordered_set<uint64_t> listed; ///< pages that came from a list
  uint32_t emptyAnswers = 0;           ///< of the list, one after the other
  bool ended = false;
};

} // namespace wikivet
