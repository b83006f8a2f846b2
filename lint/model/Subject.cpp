// SPDX-License-Identifier: MIT
#include "lint/model/Subject.h"

#include "lint/model/Document.h"
#include "lint/model/Language.h"
#include "lint/model/PlainText.h"
#include "lint/model/Quantity.h"

#include <algorithm>

namespace wikivet {

/// Texts of the first bold run before the first heading and of those in the same line: names and
/// abbreviations of the subject.
static std::vector<std::string> leadNames(const Tree &tree) {
  std::vector<std::string> names;
  constexpr size_t mostNames = 4;
  size_t lineEnd = std::string_view::npos;
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node mark = tree.node(i);
    if (mark.is(NodeKind::Heading) || mark.begin() > lineEnd)
      break;
    // Infoboxes have bold runs of their own.
    if (mark.is(NodeKind::Template) || mark.is(NodeKind::Table)) {
      i = mark.subtreeEnd() - 1;
      continue;
    }
    if (!mark.isOneOf(NodeKind::BoldMark, NodeKind::BoldItalicMark))
      continue;
    std::string name;
    Node node = mark.nextSibling();
    for (; node && node.kind() != mark.kind(); node = node.nextSibling())
      name += node.is(NodeKind::Text) ? std::string(node.text()) : plainText(node);
    if (names.empty())
      lineEnd = tree.sourceText().find('\n', mark.end());
    names.push_back(std::move(name));
    if (!node || names.size() == mostNames)
      break;
    i = node.index(); // the mark that ends the run
  }
  return names;
}

Subject::Subject(const Document &document, const Language &language) : language(&language) {
  const std::string &title = document.source().title();
  addName(title);
  for (const std::string &name : leadNames(document.tree()))
    addName(name);
  // "Foreign relations of X" is about X as much as about its relations.
  for (const std::string &joiner : language.titleJoiners)
    if (size_t at = title.rfind(" " + joiner + " "); at != std::string::npos)
      addName(std::string_view(title).substr(at + joiner.size() + 2));
}

void Subject::addName(std::string_view name) {
  name = name.substr(0, name.find(" ("));
  std::vector<std::string> words;
  for (const Token &token : tokenize(name, *language))
    if (!language->articles.contains(token.lower))
      words.push_back(token.lower);
  if (!words.empty() && std::ranges::find(names, words) == names.end())
    names.push_back(std::move(words));
}

size_t Subject::namedBy(const std::vector<std::string> &words, bool startsParagraph) const {
  bool hasArticle = !words.empty() && language->articles.contains(words[0]);
  size_t first = hasArticle ? 1 : 0;
  size_t longest = 0;
  for (const std::vector<std::string> &name : names)
    if (words.size() >= first + name.size() &&
        std::equal(name.begin(), name.end(), words.begin() + static_cast<std::ptrdiff_t>(first)))
      longest = std::max(longest, first + name.size());
  if (longest > 0)
    return longest;
  if (hasArticle && words.size() > 1 && language->subjectNouns.contains(words[1]))
    return 2;
  bool isPronoun = !words.empty() && language->subjectPronouns.contains(words[0]);
  return isPronoun && startsParagraph ? 1 : 0;
}

} // namespace wikivet
