// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace wikivet {

class Document;
struct Language;

/// What a page is about, as its sentences call it: by its title, by the names in bold in its lead,
/// by "the company" and the like, or by a pronoun at the start of a paragraph.
class Subject {
public:
  /// `language` must outlive this.
  Subject(const Document &document, const Language &language);

  /// How many of the words at the start of a clause, in lower case, name the subject; 0 if none do.
  size_t namedBy(const std::vector<std::string> &words, bool startsParagraph) const;

private:
  void addName(std::string_view name);

  std::vector<std::vector<std::string>> names; ///< each in words
  const Language *language;
};

} // namespace wikivet
