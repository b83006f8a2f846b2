// SPDX-License-Identifier: MIT
#include "lint/lsp/ContentChanges.h"

#include "lint/lsp/Positions.h"

#include <memory>

namespace wikivet::lsp {

std::string withChanges(const Source &source, const Json &contentChanges, ColumnUnit unit) {
  std::string text(source.text());
  const LineIndex *lines = &source.lines();
  std::unique_ptr<std::string> indexed; // the text that `own` is of
  std::unique_ptr<LineIndex> own;
  // What is before this offset is as the index knows it. Editors that replace something in many
  // places send the last place first, so that one index does for all.
  size_t intact = text.size() + 1;
  for (const Json &change : contentChanges) {
    const auto &replacement = change.at("text").get_ref<const std::string &>();
    const Json &range = memberOf(change, "range");
    if (range.is_null()) {
      text = replacement;
      intact = 0;
      continue;
    }
    Span span = Positions(*lines, unit).span(range);
    if (span.end >= intact) {
      indexed = std::make_unique<std::string>(text);
      own = std::make_unique<LineIndex>(*indexed);
      lines = own.get();
      span = Positions(*lines, unit).span(range);
    }
    text.replace(span.begin, span.size(), replacement);
    intact = span.begin;
  }
  return text;
}

} // namespace wikivet::lsp
