// SPDX-License-Identifier: MIT
#include "lint/engine/Fingerprint.h"

#include "lint/model/Sections.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace wikivet {

static uint64_t hash(std::string_view text) {
  uint64_t value = 0xCBF29CE484222325U;
  for (char c : text)
    value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return value;
}

static std::string sectionPath(const Document &document, uint32_t place) {
  const Sections &sections = document.sections();
  std::string path;
  for (uint32_t index = sections.indexAt(place);;) {
    const Section &section = sections.all()[index];
    path += section.title + '/';
    if (section.parent == index)
      return path;
    index = section.parent;
  }
}

std::string markedText(std::string_view text, Span span) {
  constexpr uint32_t shortText = 12, around = 24;
  if (span.size() < shortText) {
    uint32_t begin = span.begin, end = span.end;
    while (begin > 0 && span.begin - begin < around && text[begin - 1] != '\n')
      --begin;
    while (end < text.size() && end - span.end < around && text[end] != '\n')
      ++end;
    span = {.begin = begin, .end = end};
  }
  return collapseSpaces(text.substr(span.begin, span.size()));
}

void setFingerprints(const Document &document, std::vector<Diagnostic> &diagnostics) {
  const Source &source = document.source();
  const std::string &page = source.title().empty() ? source.path() : source.title();
  std::unordered_map<std::string, uint32_t> seen;
  for (Diagnostic &diagnostic : diagnostics) {
    std::string key = fmt::format("{}\x1f{}\x1f{}\x1f{}", diagnostic.rule, page,
                                  sectionPath(document, diagnostic.span.begin),
                                  markedText(source.text(), diagnostic.span));
    uint32_t ordinal = seen[key]++;
    diagnostic.fingerprint = fmt::format("{:016x}", hash(fmt::format("{}\x1f{}", key, ordinal)));
  }
}

} // namespace wikivet
