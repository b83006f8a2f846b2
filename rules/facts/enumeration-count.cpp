// SPDX-License-Identifier: MIT
#include "lint/model/Enumeration.h"
#include "lint/model/Language.h"
#include "lint/model/Prose.h"
#include "lint/model/Sections.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <optional>

namespace wikivet {
namespace {

/// Compares announced numbers with what is listed.
class EnumerationCount final : public Check {
public:
  explicit EnumerationCount(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    const Prose &prose = ctx.document().prose();
    language = prose.language();
    if (!language)
      return;
    const std::vector<Block> &blocks = prose.blocks();
    for (size_t i = 0; i < blocks.size(); ++i) {
      const Block &block = blocks[i];
      if (isIgnored(block, ctx.document().sections()))
        continue;
      for (Span sentence : block.sentences)
        if (block.sentence(sentence).find(':') != std::string_view::npos)
          judgeColon(blocks, i, sentence, ctx);
      if (!block.sentences.empty() && listFollows(blocks, i))
        judgeFollowing(blocks, i, block.sentences.back(), ctx);
    }
  }

private:
  bool isIgnored(const Block &block, const Sections &sections) const {
    return block.section != 0 &&
           options->regex("ignored-sections").contains(sections.all()[block.section].title);
  }

  static bool listFollows(const std::vector<Block> &blocks, size_t index) {
    return index + 1 < blocks.size() && blocks[index + 1].kind == BlockKind::ListItem &&
           blocks[index + 1].section == blocks[index].section &&
           blocks[index + 1].marker.size() > blocks[index].marker.size();
  }

  /// "… in 12 countries: A, B, C", or a list behind the colon.
  void judgeColon(const std::vector<Block> &blocks, size_t index, Span sentence,
                  CheckContext &ctx) const {
    const Block &block = blocks[index];
    std::string_view text = block.sentence(sentence);
    if (language->saysEtc(text))
      return;
    size_t colon = text.find(':');
    std::vector<Token> left = tokenize(text.substr(0, colon), *language, sentence.begin);
    std::optional<Announcement> announcement = announcementAtEnd(left, *language);
    if (!announcement)
      return;
    std::string_view right = trim(text.substr(colon + 1));
    // Behind the full stop, or the colon, there may be a note.
    while (right.ends_with('.') || right.ends_with(Prose::hidden))
      right.remove_suffix(1);
    if (right.empty()) {
      if (sentence == block.sentences.back())
        judgeList(blocks, index, *announcement, ctx);
    } else if (std::optional<ItemCount> items = countItems(tokenize(right, *language), *language)) {
      compare(block, *announcement, *items, "run-in", {}, ctx);
    }
  }

  /// "The following 12 countries take part." before a list.
  void judgeFollowing(const std::vector<Block> &blocks, size_t index, Span sentence,
                      CheckContext &ctx) const {
    std::string_view text = blocks[index].sentence(sentence);
    if (text.find(':') != std::string_view::npos || language->saysEtc(text))
      return;
    std::vector<Token> tokens = tokenize(text, *language, sentence.begin);
    if (std::optional<Announcement> announcement = announcementWithin(tokens, *language))
      judgeList(blocks, index, *announcement, ctx);
  }

  /// Counts the items of the list that follows a block.
  void judgeList(const std::vector<Block> &blocks, size_t index, const Announcement &announcement,
                 CheckContext &ctx) const {
    const Block &block = blocks[index];
    size_t depth = block.marker.size();
    int64_t items = 0;
    int64_t unclear = 0;
    size_t last = index;
    for (size_t i = index + 1; i < blocks.size(); ++i) {
      const Block &item = blocks[i];
      if (item.kind != BlockKind::ListItem || item.section != block.section ||
          item.marker.size() <= depth)
        break;
      last = i;
      bool isItem = item.marker.size() == depth + 1 &&
                    (item.marker.back() == '*' || item.marker.back() == '#');
      if (!isItem)
        continue;
      ++items;
      // Several names in one item: nobody can tell what is counted.
      unclear += beginsWithNumber(item) + (item.text.find(", ") != std::string::npos);
    }
    if (items >= 2 && unclear * 2 < items && !language->saysEtc(blocks[last].text))
      compare(block, announcement, {.least = items, .most = items}, "list",
              blocks[index + 1].sourceOf({.begin = 0, .end = 1}), ctx);
  }

  /// "* the two quarters of the old town"
  bool beginsWithNumber(const Block &item) const {
    constexpr size_t beginning = 40;
    std::vector<Token> tokens =
        tokenize(std::string_view(item.text).substr(0, beginning), *language);
    size_t first = !tokens.empty() && language->articles.contains(tokens[0].lower) ? 1 : 0;
    return first < tokens.size() &&
           (isDigit(tokens[first].text[0]) || language->isNumberWord(tokens[first].lower));
  }

  void compare(const Block &block, const Announcement &announcement, ItemCount items,
               std::string_view message, Span list, CheckContext &ctx) const {
    ctx.countComparison();
    int64_t slack = options->integer("minimum-difference") - 1;
    if (announcement.allows(items.least, items.most, slack))
      return;
    std::string count = items.least == items.most
                            ? fmt::format("{}", items.least)
                            : fmt::format("{} to {}", items.least, items.most);
    Finding finding = ctx.report(block.sourceOf(announcement.span), message);
    finding.arg("claim", block.sentence(announcement.span)).arg("count", count);
    if (!list.empty())
      finding.related(list, "items");
  }

  const Options *options;
  const Language *language = nullptr;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(enumeration_count, EnumerationCount)
