// SPDX-License-Identifier: MIT
#include "lint/engine/Fingerprint.h"

#include "lint/model/Sections.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace wikivet {

static uint64_t hash(std::string_view text, uint64_t value = 0xCBF29CE484222325U) {
  for (char c : text)
    value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return value;
}

/// Of each section, a hash of its title and those of the sections around it, which come before it.
static std::vector<uint64_t> hashSections(const Sections &sections) {
  std::vector<uint64_t> hashes;
  for (const Section &section : sections.all()) {
    bool isOutermost = section.parent == hashes.size();
    hashes.push_back(isOutermost ? hash(section.title)
                                 : hash("/" + section.title, hashes[section.parent]));
  }
  return hashes;
}

std::string markedText(std::string_view text, Span span) {
  constexpr uint32_t shortText = 12, around = 24, longText = 1000;
  if (span.size() < shortText) {
    uint32_t begin = span.begin, end = span.end;
    while (begin > 0 && span.begin - begin < around && text[begin - 1] != '\n')
      --begin;
    while (end < text.size() && end - span.end < around && text[end] != '\n')
      ++end;
    span = {.begin = begin, .end = end};
  }
  if (span.size() <= longText)
    return collapseSpaces(text.substr(span.begin, span.size()));
  // Many findings may mark most of a page.
  return collapseSpaces(text.substr(span.begin, longText / 2)) +
         collapseSpaces(text.substr(span.end - longText / 2, longText / 2));
}

void setFingerprints(const Document &document, std::vector<Diagnostic> &diagnostics) {
  const Source &source = document.source();
  const std::string &page = source.title().empty() ? source.path() : source.title();
  if (diagnostics.empty())
    return;
  std::vector<uint64_t> sections = hashSections(document.sections());
  uint64_t pageHash = hash(page);
  std::unordered_map<uint64_t, uint32_t> seen;
  for (Diagnostic &diagnostic : diagnostics) {
    uint64_t section = sections[document.sections().indexAt(diagnostic.span.begin)];
    uint64_t key = hash(fmt::format("{}\x1f{:x}\x1f{}", diagnostic.rule, section,
                                    markedText(source.text(), diagnostic.span)),
                        pageHash);
    uint32_t ordinal = seen[key]++;
    diagnostic.fingerprint = fmt::format("{:016x}", hash(fmt::format("\x1f{}", ordinal), key));
  }
}

} // namespace wikivet
