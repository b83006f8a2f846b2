// SPDX-License-Identifier: MIT
#include "lint/config/Wikis.h"

#include "lint/config/EmbeddedData.h"
#include "lint/config/Languages.h"
#include "lint/config/Schemas.h"
#include "lint/model/Templates.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace wikivet {

namespace {

/// Sets of words: what may stand in a date, what says that there is nothing to say, how the label
/// of a row begins that sums up the others, and what a header says whose column holds dates.
constexpr std::array<std::string_view, 4> wordSetNames = {"date", "placeholder", "total",
                                                          "date-header"};

class WikiReader {
public:
  explicit WikiReader(Problems &problems) : problems(&problems) {}

  Wiki read(const YamlNode &yaml) {
    Wiki wiki;
    if (!readKeys(yaml, "wiki data",
                  {"wiki", "language", "name", "server", "namespaces", "templates", "schemas",
                   "date", "numbers", "words"},
                  *problems))
      return wiki;
    for (auto [key, member] :
         {std::pair{"wiki", &Wiki::id}, std::pair{"language", &Wiki::language},
          std::pair{"name", &Wiki::name}, std::pair{"server", &Wiki::server}}) {
      const YamlNode *value = yaml.find(key);
      if (value)
        wiki.*member = readString(*value, key, *problems).value_or("");
      else
        problems->push_back({yaml.span, fmt::format("'{}' is missing", key)});
    }
    if (std::shared_ptr<const Language> language = findLanguage(wiki.language))
      wiki.languages.push_back(std::move(language));
    if (const YamlNode *namespaces = findMap(yaml, "namespaces", *problems))
      for (const YamlEntry &entry : namespaces->entries)
        readNamespace(entry, wiki);
    wiki.indexNamespaces();
    if (const YamlNode *templates = findMap(yaml, "templates", *problems))
      for (const YamlEntry &entry : templates->entries)
        readTemplates(entry, wiki);
    if (const YamlNode *schemas = yaml.find("schemas"))
      for (const YamlNode &schema : schemas->list())
        wiki.schemas.push_back(findSchema(schema, *problems));
    if (const YamlNode *date = findMap(yaml, "date", *problems)) {
      readKeys(*date, "date", {"orders", "months", "short-months"}, *problems);
      wiki.dateOrders = readStrings(*date, "orders", *problems);
      wiki.months = readStrings(*date, "months", *problems);
      wiki.shortMonths = readStrings(*date, "short-months", *problems);
    }
    for (const auto *names : {&wiki.months, &wiki.shortMonths})
      for (std::string_view month : *names)
        wiki.wordSets["month"].insert(
            lowerCase(month.ends_with('.') ? month.substr(0, month.size() - 1) : month));
    if (const YamlNode *words = findMap(yaml, "words", *problems)) {
      std::vector<std::string> known(wordSetNames.begin(), wordSetNames.end());
      readKeys(*words, "words", known, *problems);
      for (const YamlEntry &entry : words->entries)
        for (const std::string &word : readStrings(*words, entry.key, *problems))
          wiki.wordSets[entry.key].insert(lowerCase(word));
    }
    if (const YamlNode *numbers = findMap(yaml, "numbers", *problems)) {
      readKeys(*numbers, "numbers", {"decimal", "thousands"}, *problems);
      if (const YamlNode *decimal = numbers->find("decimal"))
        wiki.decimalSeparator = readString(*decimal, "decimal", *problems).value_or("");
      wiki.thousandsSeparators = readStrings(*numbers, "thousands", *problems);
    }
    return wiki;
  }

private:
  void readNamespace(const YamlEntry &entry, Wiki &wiki) {
    int number = 0;
    auto [end, error] =
        std::from_chars(entry.key.data(), entry.key.data() + entry.key.size(), number);
    if (error != std::errc() || end != entry.key.data() + entry.key.size())
      problems->push_back(
          {entry.keySpan, fmt::format("'{}' is no number of a namespace", entry.key)});
    else if (auto names = readStringList(entry.value, entry.key, *problems))
      wiki.namespaces.emplace(number, std::move(*names));
  }

  void readTemplates(const YamlEntry &entry, Wiki &wiki) {
    std::vector<std::string> known(wikiTemplateSets.begin(), wikiTemplateSets.end());
    if (std::ranges::find(known, entry.key) == known.end()) {
      problems->push_back({entry.keySpan, fmt::format("no set of templates is called '{}'{}",
                                                      entry.key, didYouMean(entry.key, known))});
      return;
    }
    auto names = readStringList(entry.value, entry.key, *problems);
    for (const std::string &name : names.value_or(std::vector<std::string>()))
      wiki.templateSets[entry.key].insert(normalizeTemplateName(name));
  }

  Problems *problems;
};

using WikiList = std::vector<std::shared_ptr<const Wiki>>;

/// The built-in wikis, English first.
const WikiList &builtinWikis() {
  static const WikiList wikis = [] {
    WikiList list = loadEmbedded<Wiki>(embeddedWikis(), loadWiki);
    WikiList ordered;
    for (bool english : {true, false})
      std::ranges::copy_if(list, std::back_inserter(ordered),
                           [&](const auto &wiki) { return (wiki->language == "en") == english; });
    return ordered;
  }();
  return wikis;
}

} // namespace

std::shared_ptr<const Wiki> loadWiki(const YamlNode &yaml, Problems &problems) {
  size_t before = problems.size();
  Wiki wiki = WikiReader(problems).read(yaml);
  if (problems.size() > before)
    return nullptr;
  return std::make_shared<const Wiki>(std::move(wiki));
}

std::expected<std::shared_ptr<const Wiki>, Error> findWiki(std::string_view name) {
  for (const auto &wiki : builtinWikis())
    if (wiki->id == name || wiki->language == name)
      return wiki;
  std::vector<std::string> known = wikiNames();
  return std::unexpected(Error{fmt::format("there is no data for the wiki '{}' (built in: {}){}",
                                           name, fmt::join(known, ", "), didYouMean(name, known))});
}

std::vector<std::string> wikiNames() {
  std::vector<std::string> names;
  for (const auto &wiki : builtinWikis())
    names.push_back(wiki->id);
  std::ranges::sort(names);
  return names;
}

std::shared_ptr<const Wiki> anyWiki() {
  static const std::shared_ptr<const Wiki> any = [] {
    auto all = std::make_shared<Wiki>();
    for (const auto &wiki : builtinWikis()) {
      for (const auto &[number, names] : wiki->namespaces) {
        auto &list = all->namespaces[number];
        list.insert(list.end(), names.begin(), names.end());
      }
      for (const auto &[set, names] : wiki->templateSets)
        all->templateSets[set].insert(names.begin(), names.end());
      for (const auto &[set, words] : wiki->wordSets)
        all->wordSets[set].insert(words.begin(), words.end());
      for (const auto &schema : wiki->schemas)
        if (std::ranges::find(all->schemas, schema) == all->schemas.end())
          all->schemas.push_back(schema);
      all->languages.insert(all->languages.end(), wiki->languages.begin(), wiki->languages.end());
    }
    all->indexNamespaces();
    return std::shared_ptr<const Wiki>(std::move(all));
  }();
  return any;
}

} // namespace wikivet
