// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <string>
#include <string_view>

namespace wikivet {
namespace {

/// Reports references with a punctuation mark behind them, once for those that stand in a row.
class RefBeforePunctuation final : public Check {
public:
  void finish(CheckContext &ctx) override {
    Node first, last; // of the row that the reference stands in
    for (const Reference &reference : ctx.document().references().all()) {
      if (!reference.node.is(NodeKind::Extension))
        continue;
      if (!last || !areNeighbours(last, reference.node))
        first = reference.node;
      last = reference.node;
      std::string_view mark = markBehind(last);
      if (mark.empty() || !isBehindWord(first))
        continue;
      Span place = last.tree().spanOf(mark);
      ctx.report(place, "found")
          .arg("mark", mark)
          .fix("move it before the reference", false,
               {{.span = {.begin = first.begin(), .end = first.begin()}, .text = std::string(mark)},
                {.span = {.begin = last.end(), .end = place.end}, .text = ""}});
    }
  }

private:
  static bool areNeighbours(Node left, Node right) {
    if (left.parent() != right.parent() || right.begin() < left.end())
      return false;
    std::string_view between =
        left.tree().sourceText().substr(left.end(), right.begin() - left.end());
    return between.find_first_not_of(' ') == std::string_view::npos;
  }

  /// The mark, or nothing. Not an ellipsis, the start of a word like ".net", or a table's "!!".
  static std::string_view markBehind(Node reference) {
    Node next = reference.nextSibling();
    if (!next.is(NodeKind::Text))
      return {};
    std::string_view text = next.text();
    size_t at = text.find_first_not_of(' ');
    if (at > 1 || // or none
        std::string_view(".,;?").find(text[at]) == std::string_view::npos)
      return {};
    bool isAlone = at + 1 == text.size() || isSpace(text[at + 1]);
    return isAlone ? text.substr(at, 1) : std::string_view();
  }

  /// Whether a letter, a digit, or the end of a link or the like stands before it.
  static bool isBehindWord(Node reference) {
    std::string_view before = reference.tree().sourceText().substr(0, reference.begin());
    if (before.empty() || reference.begin() == reference.parent().begin())
      return false;
    char c = before.back();
    return isLetter(c) || isDigit(c) || c == ')' || c == '"' || c == ']' || c == '\'' ||
           static_cast<unsigned char>(c) >= 0x80;
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(ref_before_punctuation, RefBeforePunctuation)
