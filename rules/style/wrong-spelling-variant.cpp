// SPDX-License-Identifier: MIT
#include "lint/model/Prose.h"
#include "lint/model/Templates.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <unordered_map>

namespace wikivet {
namespace {

/// Reports words that are not spelt as in the variety of English that a notice on the page chooses.
class WrongSpellingVariant final : public Check {
public:
  explicit WrongSpellingVariant(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    bool isBritish = false;
    for (const Template &call : ctx.document().templates().all()) {
      isBritish = options->stringList("british-notices").contains(call.name);
      if (isBritish || options->stringList("american-notices").contains(call.name)) {
        notice = call.node;
        break;
      }
    }
    if (!notice)
      return;
    readWords("words", isBritish);
    if (!isBritish)
      readWords("american-words", isBritish);
    for (const Block *block : blocksOutside(ctx.document(), options->regex("ignored-sections")))
      if (block->kind == BlockKind::Paragraph)
        readBlock(*block, ctx);
  }

private:
  /// Reads pairs `british american`.
  void readWords(std::string_view option, bool isBritish) {
    for (const std::string &line : options->stringList(option).items) {
      size_t blank = line.find(' ');
      if (blank == std::string::npos)
        continue;
      std::string_view british = std::string_view(line).substr(0, blank);
      std::string_view american = std::string_view(line).substr(blank + 1);
      better.emplace(isBritish ? american : british, isBritish ? british : american);
    }
  }

  void readBlock(const Block &block, CheckContext &ctx) const {
    std::string_view text = block.text;
    for (size_t i = 0; i < text.size();) {
      size_t end = i;
      while (end < text.size() && isPartOfWord(text[end]))
        ++end;
      if (end == i) {
        ++i;
        continue;
      }
      Span word{.begin = static_cast<uint32_t>(i), .end = static_cast<uint32_t>(end)};
      // Capital letters make names, for which the spelling is their own, and are not in the list.
      auto found = better.find(block.sentence(word));
      if (found != better.end() && !block.isVerbatim(word.begin))
        report(block, word, found->second, ctx);
      i = end;
    }
  }

  static bool isPartOfWord(char c) { return isLetterByte(c) || isDigit(c) || c == '-'; }

  void report(const Block &block, Span word, std::string_view right, CheckContext &ctx) const {
    std::string_view written = block.sentence(word);
    Span source = block.sourceOf(word);
    auto finding = ctx.report(source, "found");
    finding.arg("word", written)
        .arg("better", right)
        .arg("notice", excerpt(notice.text(), 40))
        .related(notice.span(), "notice");
    if (ctx.document().source().text(source) == written)
      finding.fix(fmt::format("write '{}'", right), false,
                  {{.span = source, .text = std::string(right)}});
  }

  const Options *options;
  Node notice;
  std::unordered_map<std::string_view, std::string_view> better;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(wrong_spelling_variant, WrongSpellingVariant)
