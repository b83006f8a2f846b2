// SPDX-License-Identifier: MIT
#include "lint/input/WikiRevisions.h"

#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace wikivet {

using Json = nlohmann::json;

static constexpr std::string_view categoryNamespace = "14";
/// Where a list must be filtered, a wiki may give answers that are empty though more is to come.
static constexpr uint32_t maxEmptyAnswers = 100;

namespace {

std::string textAt(const Json &object, const char *key) {
  auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

uint64_t numberAt(const Json &object, const char *key) {
  auto found = object.find(key);
  return found != object.end() && found->is_number_unsigned() ? found->get<uint64_t>() : 0;
}

bool isSet(const Json &object, const char *key) {
  auto found = object.find(key);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

/// The objects of an array; none if it is no array.
std::vector<const Json *> objectsAt(const Json &object, const char *key) {
  std::vector<const Json *> objects;
  if (auto found = object.find(key); found != object.end() && found->is_array())
    for (const Json &element : *found)
      if (element.is_object())
        objects.push_back(&element);
  return objects;
}

/// Whether a text can be printed as it is: a terminal obeys control characters.
bool isPrintable(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; });
}

/// Several values for a parameter. They may hold `|`, so they are separated by U+001F, as
/// https://www.mediawiki.org/wiki/API:Data_formats#Multivalue_parameters has it.
std::string multipleValues(const std::vector<std::string> &values) {
  std::string text;
  for (const std::string &value : values)
    text += '\x1F' + value;
  return text;
}

} // namespace

std::string WikiRevision::addressOf(uint64_t revision) const {
  return fmt::format("{}{}oldid={}", address, address.find('?') == address.npos ? '?' : '&',
                     revision);
}

std::expected<WikiRevisions, Error> WikiRevisions::open(WikiApi api, WikiSelection selection,
                                                        uint32_t batch) {
  WikiRevisions revisions(std::move(api), std::move(selection), batch);
  auto site = revisions.api.query(
      {{"meta", "siteinfo"}, {"siprop", "general|namespaces|namespacealiases"}});
  if (!site)
    return std::unexpected(site.error());
  if (!site->query.contains("general") || !site->query["general"].is_object())
    return revisions.problem("siteinfo", "the answer says nothing about the wiki");
  revisions.readSite(site->query);
  return revisions;
}

std::unexpected<Error> WikiRevisions::problem(std::string_view what, std::string_view why) const {
  return std::unexpected(Error{fmt::format("{}: {}: {}", api.url(), what, why)});
}

void WikiRevisions::readSite(const Json &query) {
  id = textAt(query["general"], "wikiid");
  categoryNames = {"category"};
  if (auto names = query.find("namespaces"); names != query.end() && names->is_object())
    if (auto category = names->find(categoryNamespace);
        category != names->end() && category->is_object())
      categoryNames.push_back(textAt(*category, "name"));
  for (const Json *alias : objectsAt(query, "namespacealiases"))
    if (alias->contains("id") && (*alias)["id"] == 14)
      categoryNames.push_back(textAt(*alias, "alias"));
}

std::optional<std::expected<WikiRevision, Error>> WikiRevisions::next() {
  while (ready.empty())
    if (ended || !fill())
      return std::nullopt;
  Item item = std::move(ready.front());
  ready.pop_front();
  return item;
}

void WikiRevisions::giveUp(const Error &error) {
  ready.emplace_back(std::unexpected(error));
  ended = true;
}

bool WikiRevisions::fill() {
  if (fillFromTitles() || fillFromNumbers())
    return true;
  if (categoriesDone < selection.categories.size()) {
    WikiApi::Parameters parameters = {
        {"cmtitle", categoryTitle(selection.categories[categoriesDone])},
        {"cmtype", "page"},
        {"cmprop", "ids|title"},
        {"cmlimit", fmt::to_string(batch)}};
    if (!selection.namespaces.empty())
      parameters.emplace_back("cmnamespace",
                              fmt::format("{}", fmt::join(selection.namespaces, "|")));
    fillFromList("categorymembers", std::move(parameters));
    if (listNext.empty())
      ++categoriesDone;
    return true;
  }
  if (selection.recentChanges == 0)
    return false;
  std::string namespaces = "0";
  if (!selection.namespaces.empty())
    namespaces = fmt::format("{}", fmt::join(selection.namespaces, "|"));
  fillFromList("recentchanges", {{"rctype", "edit|new"},
                                 {"rcprop", "ids|title"},
                                 {"rctoponly", "1"},
                                 {"rcnamespace", std::move(namespaces)},
                                 {"rclimit", fmt::to_string(batch)}});
  if (listNext.empty())
    selection.recentChanges = 0;
  return true;
}

bool WikiRevisions::fillFromTitles() {
  // The titles are part of an address, and servers take no long ones.
  constexpr size_t maxBytes = 2000;
  std::vector<std::string> titles;
  size_t bytes = 0;
  while (titlesDone < selection.titles.size() && titles.size() < batch) {
    const std::string &title = selection.titles[titlesDone];
    if (!titles.empty() && bytes + title.size() > maxBytes)
      break;
    ++titlesDone;
    bytes += title.size();
    if (trim(title).empty() || !isPrintable(title) || title.size() > maxBytes)
      ready.emplace_back(problem(fmt::format("'{}'", shorten(title, 80)), "this is no title"));
    else
      titles.push_back(title);
  }
  if (!titles.empty())
    fetch(KeyKind::Title, titles);
  return !titles.empty() || !ready.empty();
}

bool WikiRevisions::fillFromNumbers() {
  std::vector<std::string> numbers;
  while (revisionsDone < selection.revisions.size() && numbers.size() < batch)
    numbers.push_back(fmt::to_string(selection.revisions[revisionsDone++]));
  if (!numbers.empty())
    fetch(KeyKind::Revision, numbers);
  return !numbers.empty();
}

std::string WikiRevisions::categoryTitle(const std::string &name) const {
  size_t colon = name.find(':');
  if (colon != std::string::npos)
    for (const std::string &prefix : categoryNames)
      if (equalsIgnoringCase(trim(std::string_view(name).substr(0, colon)), prefix))
        return name;
  return "Category:" + name;
}

void WikiRevisions::fillFromList(const std::string &list, WikiApi::Parameters parameters) {
  bool isBegin = listNext.empty();
  parameters.emplace_back("list", list);
  std::ranges::copy(listNext, std::back_inserter(parameters));
  auto answer = api.query(std::move(parameters));
  if (!answer) {
    giveUp(answer.error());
    return;
  }
  bool isChanges = list == "recentchanges";
  std::vector<const Json *> entries = objectsAt(answer->query, list.c_str());
  bool isStuck = !answer->next.empty() && answer->next == listNext;
  listNext = std::move(answer->next);
  if (isBegin)
    emptyAnswers = 0;
  emptyAnswers = entries.empty() ? emptyAnswers + 1 : 0;
  if (isStuck || emptyAnswers > maxEmptyAnswers) {
    giveUp(problem(list, "the list goes on without end").error());
    return;
  }
  if (isBegin && !isChanges && entries.empty() && listNext.empty()) {
    ready.emplace_back(
        problem(fmt::format("the category '{}'", selection.categories[categoriesDone]),
                "there are no such pages in it, or it does not exist"));
    return;
  }
  std::vector<std::string> pages;
  for (const Json *entry : entries) {
    uint64_t page = numberAt(*entry, "pageid");
    // A change of a page that was deleted since has none.
    if (page == 0 || !listed.insert(page).second)
      continue;
    if (isChanges && selection.recentChanges == pages.size())
      break;
    pages.push_back(fmt::to_string(page));
  }
  if (isChanges) {
    selection.recentChanges -= static_cast<uint32_t>(pages.size());
    if (selection.recentChanges == 0)
      listNext.clear();
  }
  if (!pages.empty())
    fetch(KeyKind::PageId, pages);
}

void WikiRevisions::fetch(KeyKind kind, const std::vector<std::string> &keys) {
  auto answers = ask(kind, keys);
  if (!answers) {
    giveUp(answers.error());
    return;
  }
  std::vector<Item> found;
  std::unordered_set<std::string> done;
  for (const std::string &key : keys) {
    auto normal = answers->normalized.find(key);
    const std::string &name = normal == answers->normalized.end() ? key : normal->second;
    if (!done.insert(name).second)
      continue; // it was asked for twice
    auto item = answers->items.find(name);
    if (item == answers->items.end())
      found.emplace_back(problem(fmt::format("'{}'", key), "the wiki does not answer for this"));
    else if (std::optional<Item> &answer = item->second)
      found.push_back(std::move(*answer));
  }
  if (selection.withParents)
    addParents(found);
  std::ranges::move(found, std::back_inserter(ready));
}

std::expected<WikiRevisions::Answers, Error>
WikiRevisions::ask(KeyKind kind, const std::vector<std::string> &keys) {
  const char *name = kind == KeyKind::Title ? "titles" : "pageids";
  if (kind == KeyKind::Revision)
    name = "revids";
  WikiApi::Parameters parameters = {{"prop", "info|revisions"},
                                    {"inprop", "url"},
                                    {"rvprop", "ids|content"},
                                    {"rvslots", "main"},
                                    {name, multipleValues(keys)}};
  Answers answers;
  WikiApi::Parameters next;
  // Long pages come in several answers, each of which has a page at least.
  size_t asked = 0, mostAnswers = 2 * keys.size() + 10;
  do {
    WikiApi::Parameters all = parameters;
    std::ranges::copy(next, std::back_inserter(all));
    auto answer = api.query(std::move(all));
    if (!answer)
      return std::unexpected(answer.error());
    readAnswer(answer->query, kind, answers);
    next = std::move(answer->next);
    if (++asked > mostAnswers)
      return problem("revisions", "the answer goes on without end");
  } while (!next.empty());
  return answers;
}

void WikiRevisions::readAnswer(const Json &query, KeyKind kind, Answers &answers) const {
  for (const Json *entry : objectsAt(query, "normalized"))
    answers.normalized.emplace(textAt(*entry, "from"), textAt(*entry, "to"));
  for (const Json *page : objectsAt(query, "pages"))
    readPage(*page, kind, answers.items);
  for (const Json *entry : objectsAt(query, "interwiki")) {
    std::string title = textAt(*entry, "title");
    answers.items.emplace(
        title, problem(fmt::format("'{}'", title),
                       fmt::format("this is a page of another wiki, '{}'", textAt(*entry, "iw"))));
  }
  // An array or an object, as versions have it.
  if (auto bad = query.find("badrevids"); bad != query.end() && bad->is_structured())
    for (const Json &entry : *bad)
      if (uint64_t number = entry.is_object() ? numberAt(entry, "revid") : 0)
        answers.items.emplace(fmt::to_string(number), problem(fmt::format("revision {}", number),
                                                              "there is no such revision"));
}

void WikiRevisions::readPage(const Json &page, KeyKind kind, Items &items) const {
  WikiRevision head;
  head.title = textAt(page, "title");
  head.pageId = numberAt(page, "pageid");
  head.isByNumber = kind == KeyKind::Revision;
  std::string key = kind == KeyKind::PageId ? fmt::to_string(head.pageId) : head.title;
  std::string name = fmt::format("'{}'", head.title);
  if (isSet(page, "invalid")) {
    std::string reason = textAt(page, "invalidreason");
    if (auto found = page.find("invalidreason"); found != page.end() && found->is_object())
      reason = textAt(*found, "text");
    items.emplace(key, problem(name, reason.empty() ? "this is no title" : reason));
    return;
  }
  if (isSet(page, "missing")) {
    // Between the list and this answer, it was deleted.
    if (kind == KeyKind::PageId) {
      api.note(fmt::format("{}: page {} is gone; left out", api.url(), head.pageId));
      items.emplace(key, std::nullopt);
    } else {
      items.emplace(key, problem(name, "there is no such page"));
    }
    return;
  }
  if (isSet(page, "special")) {
    items.emplace(key, problem(name, "this is a special page, which has no text"));
    return;
  }
  head.address = textAt(page, "canonicalurl");
  if (!head.address.starts_with("http"))
    head.address = textAt(page, "fullurl");
  if (head.title.empty() || !isPrintable(head.title) || !isPrintable(head.address)) {
    items.emplace(key, problem(key, "the answer about this page is not that of a MediaWiki"));
    return;
  }
  if (head.address.empty())
    head.address = head.title;
  for (const Json *revision : objectsAt(page, "revisions")) {
    if (kind == KeyKind::Revision)
      key = fmt::to_string(numberAt(*revision, "revid"));
    items.insert_or_assign(key, readRevision(*revision, head));
  }
}

std::optional<WikiRevisions::Item> WikiRevisions::readRevision(const Json &revision,
                                                               WikiRevision page) const {
  page.id = numberAt(revision, "revid");
  page.parent = numberAt(revision, "parentid");
  std::string name = fmt::format("revision {} of '{}'", page.id, page.title);
  auto slots = revision.find("slots");
  auto main = slots != revision.end() && slots->is_object() ? slots->find("main") : slots;
  if (slots == revision.end() || main == slots->end() || !main->is_object())
    return problem(name, "the answer holds no text; is this wiki older than MediaWiki 1.32?");
  if (isSet(*main, "texthidden") || isSet(revision, "texthidden"))
    return problem(name, "its text was deleted or hidden");
  if (std::string model = textAt(*main, "contentmodel"); !model.empty() && model != "wikitext") {
    api.note(fmt::format("{}: {} is no wikitext but '{}'; left out", api.url(), name, model));
    return std::nullopt;
  }
  auto content = main->find("content");
  if (content == main->end() || !content->is_string())
    return problem(name, "the wiki has lost its text");
  page.text = content->get<std::string>();
  return page;
}

void WikiRevisions::addParents(std::vector<Item> &found) {
  std::vector<std::string> numbers;
  for (const Item &item : found)
    if (item && item->parent != 0)
      numbers.push_back(fmt::to_string(item->parent));
  if (numbers.empty())
    return;
  auto answers = ask(KeyKind::Revision, numbers);
  if (!answers) {
    found.clear();
    giveUp(answers.error());
    return;
  }
  auto isLeftOut = [&](Item &item) {
    if (!item || item->parent == 0)
      return false;
    auto answer = answers->items.find(fmt::to_string(item->parent));
    if (answer == answers->items.end()) {
      item = problem(fmt::format("revision {}", item->parent), "there is no such revision");
      return false;
    }
    std::optional<Item> &parent = answer->second;
    if (!parent)
      return true;
    if (*parent)
      item->parentText = (*parent)->text;
    else
      item = std::unexpected(parent->error());
    return false;
  };
  std::erase_if(found, isLeftOut);
}

} // namespace wikivet
