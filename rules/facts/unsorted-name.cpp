// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/model/Lists.h"
#include "lint/model/PlainText.h"
#include "lint/model/Sorted.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wikivet {
namespace {

/// A name with the keys by which people sort; empty ones if it has letters that other languages
/// sort in other ways.
struct Name {
  std::string shown;
  std::string words;       ///< in lower case, without an article before them
  std::string letters;     ///< `words` without blanks
  std::string withArticle; ///< `words` with it
  Span place;

  /// Whether the other one may stand after this one in some way of sorting.
  bool mayPrecede(const Name &other) const {
    return words <= other.words || letters <= other.letters || withArticle <= other.withArticle;
  }
};

/// The letters, digits and blanks of a text in lower case, or nothing; see Name.
std::string keyOf(std::string_view text) {
  std::string key;
  for (char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80)
      return {};
    if (isLetter(c) || isDigit(c))
      key += toLower(c);
    else if (c == ' ' && !key.empty() && !key.ends_with(' '))
      key += ' ';
  }
  return key;
}

Name nameOf(std::string_view label, Span place) {
  Name name{
      .shown = std::string(label), .words = {}, .letters = {}, .withArticle = {}, .place = place};
  name.withArticle = keyOf(label);
  std::string_view words = name.withArticle;
  for (std::string_view article : {"the ", "a ", "an "})
    if (words.starts_with(article)) {
      words.remove_prefix(article.size());
      break;
    }
  name.words = words;
  std::ranges::copy_if(words, std::back_inserter(name.letters), [](char c) { return c != ' '; });
  return name;
}

bool isRomanNumeral(std::string_view key) {
  return key.find_first_not_of("ivxlcdm") == std::string_view::npos;
}

/// Reports a name that alone breaks the alphabetical order of a list or of a table's first column.
class UnsortedName final : public Check {
public:
  explicit UnsortedName(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    const Document &page = ctx.document();
    forEachList(page.tree(), [&](std::span<const Node> items) {
      if (std::ssize(items) >= options->integer("minimum-names"))
        for (Node item : items)
          add(plainText(item), item.span());
      judge(ctx);
    });
    for (const Table &table : page.tables().all()) {
      for (uint32_t row = table.headerRowCount; row < table.grid.size(); ++row)
        if (const Cell *cell = table.at(row, 0); cell && cell->row == row &&
                                                 cell->columnSpan == 1 &&
                                                 !page.cellContents().isTotalRow(table, row))
          add(page.cellContents().of(table, *cell).text, cell->place());
      judge(ctx);
    }
  }

private:
  /// What stands before a dash, a comma or a bracket.
  static std::string_view labelOf(std::string_view text) {
    for (std::string_view end : {" – ", " — ", " - ", ", ", " (", ": "})
      text = text.substr(0, text.find(end));
    return trim(text);
  }

  void add(std::string_view label, Span place) {
    Name name = nameOf(labelOf(label), place);
    if (name.words.empty() || isDigit(name.words.front()) || isRomanNumeral(name.words))
      ++others;
    names.push_back(std::move(name));
  }

  void judge(CheckContext &ctx) {
    if (std::ssize(names) >= options->integer("minimum-names") && others == 0)
      report(ctx);
    names.clear();
    others = 0;
  }

  void report(CheckContext &ctx) const {
    auto inOrder = [](const Name &left, const Name &right) { return left.mayPrecede(right); };
    std::optional<size_t> wrong = oneOutOfOrder(std::span<const Name>(names), inOrder);
    // At the ends stands what was put there on purpose.
    if (!wrong || *wrong == 0 || *wrong + 1 == names.size())
      return;
    constexpr uint32_t longest = 40;
    auto name = [&](size_t index) { return shorten(names[index].shown, longest); };
    ctx.report(names[*wrong].place, "found")
        .arg("name", name(*wrong))
        .arg("before", name(*wrong - 1))
        .arg("after", name(*wrong + 1))
        .arg("count", std::ssize(names) - 1);
  }

  const Options *options;
  std::vector<Name> names;
  uint32_t others = 0; ///< names that have no key
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unsorted_name, UnsortedName)
